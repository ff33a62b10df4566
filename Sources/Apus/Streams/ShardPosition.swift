// Places in a shard.

import ApusModel

/// Where in a shard to begin reading.
enum ShardPosition: Equatable, Sendable {
    case trimHorizon
    case latest
    case time(Timestamp)
    /// Right behind the record of this sequence number.
    case after(String)

    /// The last record ahead of the place, where one is known.
    var sequenceNumber: String? {
        if case .after(let number) = self { number } else { nil }
    }
}

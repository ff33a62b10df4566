// Why the reading of a stream does not go on.

/// Why a loop over changes ends ahead of its stream. Another loop goes on where it ended.
public enum StreamReadError: Error, Equatable, Sendable {
    /// The task was cancelled.
    case cancelled
    /// A call failed in a way that waiting does not help, or failed for too long.
    case call(CallError)
    /// The checkpoint cannot be read or saved, for this reason.
    case checkpoint(String)
    /// Changes are lost: they were trimmed before they were read. ``StreamReadOptions/passesGaps`` goes on behind them.
    case gap(StreamGap)
    /// The stream itself is gone, with what had not been read of it.
    case streamIsGone(String)
    /// The table of this name has no stream, and had none within a day.
    case noStream(table: String)
}

extension StreamReadError: CustomStringConvertible {
    /// The reason in a sentence.
    public var description: String {
        switch self {
        case .cancelled: "the task was cancelled"
        case .call(let error): error.description
        case .checkpoint(let reason): "the checkpoint cannot be used: \(reason)"
        case .gap(let gap): gap.description
        case .streamIsGone(let arn): "there is no stream \(arn) any more"
        case .noStream(let table): "the table \(table) has no stream"
        }
    }
}

/// A place where changes of a stream may be lost.
public struct StreamGap: Equatable, Sendable {
    /// What is missing there.
    public enum Extent: Sendable {
        /// What stands behind the last known change; what is there today is newer.
        case trimmed
        /// The shard, with all that had not been read of it.
        case wholeShard
    }

    /// The shard that has the gap.
    public let shardID: String
    /// The sequence number of the last change ahead of the gap; nil where none is known.
    public let lastSequenceNumber: String?
    /// What is missing.
    public let extent: Extent

    /// A gap of these values, for tests without a service.
    public init(shardID: String, lastSequenceNumber: String?, extent: Extent) {
        self.shardID = shardID
        self.lastSequenceNumber = lastSequenceNumber
        self.extent = extent
    }
}

extension StreamGap: CustomStringConvertible {
    /// The gap in a sentence.
    public var description: String {
        let place = lastSequenceNumber.map { "behind the change \($0)" } ?? "from its beginning"
        return switch extent {
        case .trimmed: "changes of the shard \(shardID) were trimmed \(place)"
        case .wholeShard: "the shard \(shardID) is gone, unread \(place)"
        }
    }
}

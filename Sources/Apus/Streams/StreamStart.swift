// Where the reading of a stream begins.

import Foundation

/// Where to begin with a stream that has no checkpoint yet.
public enum StreamStart: Equatable, Sendable {
    /// With the oldest change that is still there; the service keeps changes for 24 hours.
    case oldest
    /// With what changes from now on. Where the reading is resumed before a shard had a change, it begins there five
    /// minutes ahead of this start, by the clock of this machine: that repeats some changes rather than lose one.
    case latest
    /// With the first change that is no older than a time, which must have passed.
    case time(Date)
}

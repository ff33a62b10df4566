// How a stream is read.

/// How the changes of a stream are read and what counts as processed. Values that make no sense count as the nearest
/// that do.
public struct StreamReadOptions: Sendable {
    /// What makes a change count as processed.
    public enum Commits: Sendable {
        /// That the next one is asked for, or that it is committed explicitly.
        case whenNextIsAsked
        /// Only that it is committed, or one behind it in its shard. For those who process several changes at a time.
        case explicitly
    }

    /// What makes a change count as processed.
    public var commits = Commits.whenNextIsAsked
    /// Whether to go on where changes are lost, because they were trimmed before they were read. Otherwise the loop
    /// throws ``StreamReadError/gap(_:)``. ``ChangeStream/gaps`` tells what was passed, and so does the client's log.
    public var passesGaps = false
    /// How long to wait with an open shard that has nothing new. The wait doubles while that stays so.
    public var pollInterval = Duration.milliseconds(250)
    /// The longest wait with a shard that has nothing new.
    public var idlePollInterval = Duration.seconds(2)
    /// How often to look for new shards; whenever a shard has come to its end, they are looked for besides.
    public var discoveryInterval = Duration.seconds(30)
    /// How often the checkpoint is saved at most, where changes are not committed explicitly. So much may be repeated
    /// after a crash.
    public var saveInterval = Duration.seconds(1)
    /// How long a shard, or the search for shards, may fail in a way that may pass before the loop throws.
    public var patience = Duration.seconds(300)
    /// How many shards are asked at a time. All open shards get their turn.
    public var concurrentCalls = 8
    /// How many records to ask for in one call, 1 to 1,000.
    public var recordsPerCall = 1_000
    /// How many changes are read ahead at most; at least as many as one call may bring.
    public var bufferedChanges = 10_000

    /// The usual ones.
    public init() {}
}

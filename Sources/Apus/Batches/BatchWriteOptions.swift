// What may be chosen about batch writing.

import ApusModel

/// How a `BatchWriter` packs, paces and repeats. The defaults suit a load that shares a table with others.
public struct BatchWriteOptions: Sendable {
    /// How many batches to one table may be under way at a time. The writer starts with one, and comes to this many
    /// while all goes well.
    public var batchesInFlight = 8
    /// The most write capacity units that are used of each table in a second; nil for as many as it bears.
    public var ceiling: Double?
    /// How many changes are held, waiting or in flight, before no more are taken in.
    public var heldChanges = 20_000
    /// How many bytes of JSON the held changes may have before no more are taken in.
    public var heldBytes = 64 << 20
    /// How long changes wait for others to fill their batch.
    public var linger = Duration.milliseconds(20)
    /// How long a change that came back waits before it is sent again, and a table that took nothing of a batch.
    public var backoff = Backoff(base: .milliseconds(50), cap: .seconds(5))
    /// How often a change is sent before it is left over; nil for no limit.
    public var attemptsLimit: Int?
    /// How long changes to a table are sent again while it takes nothing at all, before all of its changes are left
    /// over; nil for no limit.
    public var giveUpTime: Duration? = .seconds(120)

    public init() {}

    /// How many entries stand in one batch, and how many bytes of JSON they have, by the service's limits.
    var entriesPerBatch = Limits.batchWriteEntries
    /// The rest of what a request may have is left for the frame around the entries.
    var bytesPerBatch = Limits.requestBytes - 64 * 1_024

    var lane: LaneSettings {
        LaneSettings(
            entriesPerBatch: entriesPerBatch,
            bytesPerBatch: bytesPerBatch,
            batchesInFlight: batchesInFlight,
            linger: linger,
            backoff: backoff,
            attemptsLimit: attemptsLimit,
            giveUpTime: giveUpTime,
            ceiling: ceiling
        )
    }
}

// What may be chosen about batch writing.

import ApusModel

/// How batches are packed, sent and sent again.
package struct BatchSettings: Equatable, Sendable {
    package var changesPerBatch = Limits.batchWriteEntries
    /// The JSON of a batch's changes; the rest of what a request may have is left for the frame around them.
    package var bytesPerBatch = Limits.requestBytes - 64 * 1_024
    package var batchesInFlight = 4
    /// How many changes are held, waiting or in flight, before no more are taken in.
    package var heldChanges = 400
    package var heldBytes = 64 << 20
    /// How long changes wait for others to fill their batch.
    package var linger = Duration.milliseconds(20)
    package var backoff = Backoff(base: .milliseconds(50), cap: .seconds(5))
    /// How often a change is sent before it is given up.
    package var attemptsLimit = 100
    /// How long changes are sent again while the table takes nothing at all, before everything is given up.
    package var giveUpTime = Duration.seconds(120)

    package init() {}
}

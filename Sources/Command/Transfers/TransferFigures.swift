// How far the reading of a table has come.

import Apus
import Synchronization

/// Counts of a transfer.
struct TransferFigures: Equatable, Sendable {
    /// How many items the service has read, those that a filter left out included.
    var scanned = 0
    /// How many items came.
    var read = 0
    /// How many of them were written to another table; nil where that is not what is done.
    var written: Int?
    /// The read units that were used.
    var readUnits = 0.0
}

/// What the reader of a table counts while others look on.
final class TransferMeter: Sendable {
    private let figures = Mutex(TransferFigures())

    var current: TransferFigures { figures.withLock { $0 } }

    func count(_ page: SegmentPage) {
        figures.withLock { figures in
            figures.scanned += page.output.scannedCount ?? page.items.count
            figures.read += page.items.count
            figures.readUnits += page.output.consumedCapacity?.capacityUnits ?? 0
        }
    }
}

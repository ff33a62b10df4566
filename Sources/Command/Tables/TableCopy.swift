// The items of a table on their way to another.

import Apus
import ApusModel
import Synchronization

/// What became of the items of a copy. `read` is the sum of the other three counts.
struct CopyOutcome: Sendable, CustomStringConvertible {
    let read: Int
    let written: Int
    let refused: Int
    let leftOver: Int
    /// Why items were not written: the first few reasons.
    let reasons: [String]
    /// What broke off the reading, if anything did.
    let failure: (any Error)?

    /// Whether all was read, and all of it written.
    var isComplete: Bool { written == read && failure == nil }

    var description: String { "read \(read) = written \(written) + refused \(refused) + left over \(leftOver)" }
}

/// Reads a table in segments, and writes what comes in batches.
struct TableCopy: Sendable {
    let reading: TableReading
    let client: DynamoDBClient
    let target: String
    let keySchema: KeySchema
    let writeUnitsPerSecond: Double?

    private static let mostReasons = 10

    /// Copies to the end, or until reading or writing fail for good, or the task is cancelled.
    func run() async -> CopyOutcome {
        let (meter, reasons) = (TransferMeter(), Reasons(limit: Self.mostReasons))
        var options = BatchWriteOptions()
        options.ceiling = writeUnitsPerSecond
        let writer = BatchWriter<Void>(client: client, options: options, keys: [target: keySchema]) { unwritten in
            let key = keySchema.key(of: unwritten.change.attributes)
            reasons.add("\(key.plainJSON) was not written: \(unwritten.reason)")
        }
        let display = TransferDisplay(total: reading.table.itemCount, isTerminal: StandardError.isTerminal) {
            var figures = meter.current
            figures.written = writer.progress.current.total.written
            return figures
        }
        return await display.during {
            let failure = await transfer(to: writer, meter)
            let outcome = await writer.finish()
            return CopyOutcome(
                read: outcome.accepted,
                written: outcome.written,
                refused: outcome.refused,
                leftOver: outcome.leftOver,
                reasons: reasons.all,
                failure: failure
            )
        }
    }

    /// Answers what broke off the reading.
    private func transfer(to writer: BatchWriter<Void>, _ meter: TransferMeter) async -> (any Error)? {
        do {
            for try await page in reading.pages {
                for item in page.items { await writer.add(.put(item, into: target)) }
                meter.count(page)
                // Where nothing more is written, reading on would only make what is left over longer.
                if let reason = await writer.stopReason(of: target) { throw TableFault("stopped: \(reason)") }
            }
            return nil
        } catch {
            return error
        }
    }
}

/// The first few of many reasons.
private final class Reasons: Sendable {
    private let limit: Int
    private let texts = Mutex<[String]>([])

    init(limit: Int) {
        self.limit = limit
    }

    var all: [String] { texts.withLock { $0 } }

    func add(_ text: String) {
        texts.withLock { texts in
            if texts.count < limit { texts.append(text) }
        }
    }
}

// The reading of a whole table, several parts at a time.

import Apus
import ApusModel

/// Scans a table in segments under a rate, with the patience that a long reading takes.
struct TableReading: Sendable {
    let client: DynamoDBClient
    let table: TableDescription
    var input: ScanInput
    let segments: Int
    let readUnitsPerSecond: Double?

    // A table of few units turns pages away again and again; that is no reason to give up what has been read.
    private static let patience = RetrySettings(
        attempts: 40,
        backoff: Backoff(base: .milliseconds(100), cap: .seconds(5)),
        costs: .nothing
    )

    /// The pages, in the order in which they come in.
    var pages: ParallelScan {
        var input = input
        input.returnConsumedCapacity = .total
        input.limit = readUnitsPerSecond.flatMap(itemsPerPage)
        return client.retrying(by: StandardRetries(Self.patience))
            .parallelScan(input, segments: segments, readUnitsPerSecond: readUnitsPerSecond)
    }

    /// As many items of the mean size as the rate allows in a second, so that pages do not come in large jolts.
    private func itemsPerPage(_ unitsPerSecond: Double) -> Int? {
        guard let items = table.itemCount, let bytes = table.tableSizeBytes, items > 0, bytes > 0 else { return nil }
        let bytesPerUnit = Double(Limits.readUnitBytes) * (input.consistentRead == true ? 1 : 2)
        let perSecond = unitsPerSecond * bytesPerUnit / (Double(bytes) / Double(items))
        return Int(min(max(1, perSecond), 1_000_000))
    }
}

// Writes all items of a table as lines of JSON, read in parallel within a rate: TableExport NAME.

import Apus
import Foundation

let client = DynamoDBClient(try ClientConfiguration(ClientChoices(fallbackEndpoint: "http://127.0.0.1:8000")))
let encoder = JSONEncoder()
encoder.outputFormatting = .sortedKeys

let table = CommandLine.arguments.dropFirst().first ?? "Films"
var positions = ScanPositions(segments: 4)
var count = 0
for try await page in client.parallelScan(ScanInput(tableName: table), from: positions, readUnitsPerSecond: 500) {
    for item in page.items {
        print(String(decoding: try encoder.encode(item), as: UTF8.self))
    }
    count += page.items.count
    // Kept in a file, the positions let the export go on where it was broken off.
    positions.advance(past: page)
}
FileHandle.standardError.write(Data("\(count) items, \(positions.areAtEnd ? "all" : "not all") read\n".utf8))
await client.shutDown()

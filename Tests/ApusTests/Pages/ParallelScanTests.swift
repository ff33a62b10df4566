// Scans in segments.

import ApusModel
import Foundation
import Testing

@testable import Apus

struct ParallelScanTests {
    private static let input = ScanInput(tableName: "songs")

    private static func identifiers(_ items: [Item]) -> [String] {
        items.compactMap { $0["id"]?.asString }
    }

    @Test(arguments: [[1], [4], [3, 1, 5, 2], [1, 1, 1, 1, 1, 1, 1, 9]])
    func `each item of each segment comes once`(pages: [Int]) async throws {
        let transport = SegmentTransport(pages: pages)
        let scan = DynamoDBClient(scripted: transport).parallelScan(Self.input, segments: pages.count)

        let found = try await Self.identifiers(scan.items.reduce(into: []) { $0.append($1) })

        #expect(Set(found) == transport.identifiers)
        #expect(found.count == transport.identifiers.count)
        #expect(transport.log.violations == [])
        #expect(transport.log.requests == pages.reduce(0, +))
    }

    @Test(arguments: 0...11)
    func `a scan goes on where another was left`(taken: Int) async throws {
        let transport = SegmentTransport(pages: [3, 1, 5, 2])
        let client = DynamoDBClient(scripted: transport)
        var positions = ScanPositions(segments: 4)
        var found: [Item] = []
        var first = client.parallelScan(Self.input, from: positions).makeAsyncIterator()
        for _ in 0..<taken {
            let page = try #require(try await first.next())
            found += page.items
            positions.advance(past: page)
        }

        let kept = try JSONEncoder().encode(positions)
        positions = try JSONDecoder().decode(ScanPositions.self, from: kept)
        for try await page in client.parallelScan(Self.input, from: positions) {
            found += page.items
            positions.advance(past: page)
        }

        #expect(Self.identifiers(found).sorted() == transport.identifiers.sorted())
        #expect(positions.areAtEnd)
    }

    @Test func `one page of each segment is read ahead, and no more`() async throws {
        let transport = SegmentTransport(pages: [50, 50, 50])
        let scan = DynamoDBClient(scripted: transport).parallelScan(Self.input, segments: 3)
        var pages = scan.makeAsyncIterator()

        for _ in 0..<10 { _ = try await pages.next() }
        for _ in 0..<100 { await Task.yield() }

        #expect(transport.log.requests <= 13)
    }

    @Test func `an error ends it all`() async throws {
        let transport = SegmentTransport(pages: [50, 50, 50], refused: 20)
        let scan = DynamoDBClient(scripted: transport).parallelScan(Self.input, segments: 3)
        var pages = scan.makeAsyncIterator()

        var count = 0
        await #expect(throws: CallError.refused(Refusal(.validation))) {
            while try await pages.next() != nil { count += 1 }
        }

        #expect((17...22).contains(count))
        #expect(try await pages.next() == nil)
    }

    @Test func `a cancelled scan ends`() async throws {
        let transport = SegmentTransport(pages: [50, 50, 50])
        let scan = DynamoDBClient(scripted: transport).parallelScan(Self.input, segments: 3)
        let reading = Task {
            for try await _ in scan { withUnsafeCurrentTask { $0?.cancel() } }
        }

        await #expect(throws: CallError.notSent("the task was cancelled")) { try await reading.value }
        #expect(transport.log.requests < 10)
    }

    @Test(arguments: [(20.0, 5.0), (1.5, 100.0), (128.0, 40.0)])
    func `a scan takes the time that its rate asks for`(unitsPerPage: Double, rate: Double) async throws {
        let transport = SegmentTransport(pages: [10, 10, 10, 10], unitsPerPage: unitsPerPage)
        let pacing = Pacing.immediate()
        let client = DynamoDBClient(scripted: transport, pacing: pacing)

        var units = 0.0
        for try await page in client.parallelScan(Self.input, segments: 4, readUnitsPerSecond: rate) {
            units += page.output.consumedCapacity?.capacityUnits ?? 0
            // What is used by now has come in by now, but for the last page of all and one second's worth.
            let seconds = pacing.now() / .seconds(1)
            #expect(units <= seconds * rate + unitsPerPage + rate)
        }

        let seconds = pacing.now() / .seconds(1)
        #expect(seconds >= (units - unitsPerPage) / rate - 1)
        #expect(seconds <= units / rate * 1.1 + 5)
    }

    @Test(arguments: ["[]", #"[{"after":{}}]"#, "[1]"])
    func `positions of another form are not read`(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ScanPositions.self, from: Data(text.utf8))
        }
    }
}

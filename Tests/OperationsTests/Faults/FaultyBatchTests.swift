// What faults do to batches, of which a part may be done and the rest handed back.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

struct FaultyBatchTests {
    private static let arn = FaultyService.catsARN
    private static let throttle = FaultEffect.throttle(.tableWriteKeyRangeThroughputExceeded)

    private static func put(_ id: String) -> String { #"{"PutRequest":{"Item":{"id":{"S":"\#(id)"}}}}"# }
    private static func delete(_ id: String) -> String { #"{"DeleteRequest":{"Key":{"id":{"S":"\#(id)"}}}}"# }
    private static func visit(_ at: Int) -> String {
        #"{"PutRequest":{"Item":{"id":{"S":"a"},"at":{"N":"\#(at)"}}}}"#
    }
    private static func key(_ id: String) -> String { #"{"id":{"S":"\#(id)"}}"# }

    private static func puts(_ ids: [String]) -> String { "[\(ids.map(put).joined(separator: ","))]" }
    private static func keys(_ ids: [String], _ more: String = "") -> String {
        #"{"Keys":[\#(ids.map(key).joined(separator: ","))]\#(more)}"#
    }
    private static func batch(_ items: String, _ more: String = "") -> String {
        #"{"RequestItems":{\#(items)}\#(more)}"#
    }

    // MARK: Writes

    @Test func `entries are throttled by their keys`() async throws {
        let service = try await FaultyService()
        try await service.call(.putItem, #"{"TableName":"Cats","Item":{"id":{"S":"c"}}}"#)
        try service.add(Self.throttle, key: ["id": "b"])
        try service.add(Self.throttle, key: ["id": "c"])
        let entries = [Self.put("a"), Self.put("b"), Self.delete("c"), Self.put("d")].joined(separator: ",")

        let answer = await service.answer(.batchWriteItem, Self.batch("\"Cats\":[\(entries)]"))

        #expect(answer.body == #"{"UnprocessedItems":{"Cats":[\#(Self.put("b")),\#(Self.delete("c"))]}}"#)
        #expect(answer.unprocessedCount == 2)
        #expect(try await service.catIDs() == ["a", "c", "d"])
    }

    @Test func `entries are throttled by their table`() async throws {
        let service = try await FaultyService()
        try service.add(Self.throttle, table: "Visits")

        let answer = try await service.call(
            .batchWriteItem,
            Self.batch(
                #""Visits":[\#(Self.visit(1))],"Cats":\#(Self.puts(["a"]))"#,
                #","ReturnConsumedCapacity":"TOTAL""#
            )
        )

        #expect(
            answer == #"{"UnprocessedItems":{"Visits":[\#(Self.visit(1))]},"ConsumedCapacity":["#
                + #"{"TableName":"Visits","CapacityUnits":0.0},{"TableName":"Cats","CapacityUnits":1.0}]}"#
        )
        #expect(try await service.catIDs() == ["a"])
    }

    @Test(arguments: [
        (1, #"{"Visits":[\#(visit(2))]}"#, ["a", "b"]), (2, #"{"Visits":[\#(visit(1)),\#(visit(2))]}"#, ["a", "b"]),
        (3, #"{"Cats":[\#(put("b"))],"Visits":[\#(visit(1)),\#(visit(2))]}"#, ["a"]),
    ])
    func `the last entries are handed back as they came, and not written`(
        count: Int,
        unprocessed: String,
        ids: [String]
    ) async throws {
        let service = try await FaultyService()
        try service.add(.unprocessed(count))
        let items = #""Cats":\#(Self.puts(["a", "b"])),"Visits":[\#(Self.visit(1)),\#(Self.visit(2))]"#

        let answer = await service.answer(.batchWriteItem, Self.batch(items))

        #expect(answer.body == #"{"UnprocessedItems":\#(unprocessed)}"#)
        #expect(answer.unprocessedCount == count)
        #expect(try await service.catIDs() == ids)
        let visits = try await service.call(.scan, #"{"TableName":"Visits","Select":"COUNT"}"#)
        #expect(visits.contains("\"Count\":\(count == 1 ? 1 : 0),"))
    }

    @Test func `of the entries that a rule meets, the last are handed back`() async throws {
        let service = try await FaultyService()
        try service.add(.unprocessed(1), table: "Cats")
        let items = #""Cats":\#(Self.puts(["a", "b"])),"Visits":[\#(Self.visit(1))]"#

        let answer = try await service.call(.batchWriteItem, Self.batch(items))

        #expect(answer == #"{"UnprocessedItems":{"Cats":\#(Self.puts(["b"]))}}"#)
    }

    @Test(arguments: [.unprocessed(2), .unprocessed(100), throttle], [true, false])
    func `a batch of which nothing is written is refused`(effect: FaultEffect, isOnDemand: Bool) async throws {
        let service = try await FaultyService(isOnDemand: isOnDemand)
        try service.add(effect)

        let answer = await service.answer(.batchWriteItem, Self.batch("\"Cats\":\(Self.puts(["a", "b"]))"))

        #expect(
            answer.error
                == .throttled(.tableWriteKeyRangeThroughputExceeded, of: Self.arn, isOnDemand: isOnDemand)
        )
        #expect(answer.unprocessedCount == 0)
        #expect(try await service.catIDs().isEmpty)
    }

    @Test(arguments: [
        (key("b"), #""Cats":[\#(put("b"))]"#, ["a", "c", "d"]),
        (key("c"), #""\#(arn)":[\#(put("c"))]"#, ["a", "b", "d"]),
        (key("d"), #""\#(arn)":[\#(put("d"))]"#, ["a", "b", "c"]),
    ])
    func `a table that is named twice keeps its entries apart`(
        key: String,
        unprocessed: String,
        ids: [String]
    ) async throws {
        let service = try await FaultyService()
        try service.add(Self.throttle, table: "Cats", key: try JSONTree(parsing: Array(key.utf8)).item())
        let items = #""Cats":\#(Self.puts(["a", "b"])),"\#(Self.arn)":\#(Self.puts(["c", "d"]))"#

        let answer = try await service.call(.batchWriteItem, Self.batch(items))

        #expect(answer == #"{"UnprocessedItems":{\#(unprocessed)}}"#)
        #expect(try await service.catIDs() == ids)
    }

    // 1 unit in a second, kept for a second: of the three puts that reach the table, the first takes it.
    @Test func `what is handed back takes no throughput, and stands with what lacks it`() async throws {
        var rules = ThroughputRules()
        (rules.burstSeconds, rules.initialBurstSeconds) = (1, 1)
        let service = try await FaultyService(isOnDemand: false, throughput: rules)
        try service.add(Self.throttle, key: ["id": "a"])

        let answer = try await service.call(
            .batchWriteItem,
            Self.batch("\"Cats\":\(Self.puts(["a", "b", "c", "d"]))", #","ReturnConsumedCapacity":"TOTAL""#)
        )

        #expect(
            answer == #"{"UnprocessedItems":{"Cats":\#(Self.puts(["a", "c", "d"]))},"#
                + #""ConsumedCapacity":[{"TableName":"Cats","CapacityUnits":1.0}]}"#
        )
        service.clock.advance(by: .seconds(5))
        #expect(try await service.catIDs() == ["b"])
    }

    @Test(arguments: [
        (#""Cats":[\#(put("a")),\#(put("a"))]"#, "ValidationException"),
        (#""Cats":[\#(put("a"))],"None":[\#(put("a"))]"#, "ResourceNotFoundException"),
    ])
    func `a faulty batch is refused for its fault, whatever is handed back`(items: String, code: String) async throws {
        let service = try await FaultyService()
        try service.add(Self.throttle)

        let error = await service.answer(.batchWriteItem, Self.batch(items)).error

        #expect(error?.code.rawValue == code)
        #expect(try await service.catIDs().isEmpty)
    }

    @Test func `a part that is handed back may meet a faulty reply as well`() async throws {
        let service = try await FaultyService()
        try service.add(.unprocessed(1))
        try service.add(.drop(.after))

        let answer = await service.answer(.batchWriteItem, Self.batch("\"Cats\":\(Self.puts(["a", "b"]))"))

        #expect(answer.body == #"{"UnprocessedItems":{"Cats":\#(Self.puts(["b"]))}}"#)
        #expect(answer.fault == .dropped(.after))
        #expect(try await service.catIDs() == ["a"])
    }

    // MARK: Reads

    private static func serviceWithCats(isOnDemand: Bool = true) async throws -> FaultyService {
        let service = try await FaultyService(isOnDemand: isOnDemand)
        try await service.call(.batchWriteItem, batch("\"Cats\":\(puts(["a", "b", "c", "d"]))"))
        return service
    }

    @Test func `keys are throttled one by one, and handed back with what was wanted of them`() async throws {
        let service = try await Self.serviceWithCats()
        try service.add(.throttle(.tableReadKeyRangeThroughputExceeded), key: ["id": "b"])
        let more = ##","ConsistentRead":true,"ProjectionExpression":"#i","ExpressionAttributeNames":{"#i":"id"}"##

        let answer = await service.answer(
            .batchGetItem,
            Self.batch("\"Cats\":\(Self.keys(["a", "b", "none"], more))", #","ReturnConsumedCapacity":"TOTAL""#)
        )

        #expect(
            answer.body == #"{"Responses":{"Cats":[\#(Self.key("a"))]},"#
                + #""UnprocessedKeys":{"Cats":\#(Self.keys(["b"], more))},"#
                + #""ConsumedCapacity":[{"TableName":"Cats","CapacityUnits":2.0}]}"#
        )
        #expect(answer.unprocessedCount == 1)
    }

    @Test func `the last keys are handed back, over tables that are named twice`() async throws {
        let service = try await Self.serviceWithCats()
        try service.add(.unprocessed(3))

        let answer = await service.answer(
            .batchGetItem,
            Self.batch("\"Cats\":\(Self.keys(["a", "b"])),\"\(Self.arn)\":\(Self.keys(["c", "d"]))")
        )

        #expect(
            answer.body == #"{"Responses":{"Cats":[\#(Self.key("a"))],"\#(Self.arn)":[]},"UnprocessedKeys":"#
                + #"{"Cats":\#(Self.keys(["b"])),"\#(Self.arn)":\#(Self.keys(["c", "d"]))}}"#
        )
        #expect(answer.unprocessedCount == 3)
    }

    @Test(
        arguments: [.unprocessed(4), .throttle(.tableReadKeyRangeThroughputExceeded)] as [FaultEffect],
        [true, false]
    )
    func `a batch of which nothing is read is refused`(effect: FaultEffect, isOnDemand: Bool) async throws {
        let service = try await Self.serviceWithCats(isOnDemand: isOnDemand)
        try service.add(effect)

        let answer = await service.answer(.batchGetItem, Self.batch("\"Cats\":\(Self.keys(["a", "b"]))"))

        #expect(
            answer.error == .throttled(.tableReadKeyRangeThroughputExceeded, of: Self.arn, isOnDemand: isOnDemand)
        )
    }
}

// What writes take of the throughput of a table and its indexes, and when they are refused.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

struct WriteThroughputTests {
    private static let arn = ThroughputService.catsARN

    private static func table(_ units: Int, global: [String]? = nil, local: [String]? = nil) -> NewTable {
        let sort = local == nil ? "" : " at:N age:N"
        return NewTable(
            definitions: "id:S\(sort)" + (global == nil ? "" : " kind:S"),
            key: local == nil ? "id:HASH" : "id:HASH at:RANGE",
            billing: UpdateMembers.units(units, units),
            local: local,
            global: global
        )
    }

    private static func put(_ id: String, _ attributes: String = "", table: String = "Cats") -> String {
        #"{"TableName":"\#(table)","Item":{"id":{"S":"\#(id)"}\#(attributes)}}"#
    }

    private static func text(_ bytes: Int) -> String {
        #","text":{"S":"\#(String(repeating: "x", count: bytes))"}"#
    }

    private static let key = #""Key":{"id":{"S":"a"}}"#

    // MARK: What is taken

    @Test(
        arguments: [
            // The larger of the item that is there and the one that is to be put.
            (2_500, .putItem, put("a").dropLast() + #","ConditionExpression":"attribute_not_exists(id)"}"#, 3),
            (
                2_500, .putItem,
                put("a", text(5_000)).dropLast() + #","ConditionExpression":"attribute_not_exists(id)"}"#, 5
            ),
            (2_500, .deleteItem, #"{"TableName":"Cats",\#(key),"ConditionExpression":"attribute_not_exists(id)"}"#, 3),
            (
                2_500, .updateItem,
                #"{"TableName":"Cats",\#(key),"UpdateExpression":"REMOVE b","ConditionExpression":"attribute_exists(b)"}"#,
                3
            ),
            // Where there is no item, the least.
            (0, .putItem, put("a", text(5_000)).dropLast() + #","ConditionExpression":"attribute_exists(id)"}"#, 1),
            (0, .deleteItem, #"{"TableName":"Cats",\#(key),"ConditionExpression":"attribute_exists(id)"}"#, 1),
        ] as [(Int, OperationName, String, Double)]
    )
    func `a condition that fails costs as a write would`(
        oldBytes: Int,
        operation: OperationName,
        body: String,
        units: Double
    ) async throws {
        let service = try await ThroughputService(Self.table(10))
        if oldBytes > 0 { try await service.call(.putItem, Self.put("a", Self.text(oldBytes))) }
        service.clock.advance(by: .seconds(5))
        let before = try service.lane(.write).consumedUnits

        let refusal = try await service.refusal(operation, body)

        #expect(refusal == .conditionalCheckFailed)
        #expect(try service.lane(.write).consumedUnits - before == units)
        #expect(try service.lane(.write).levelUnits == 10 - units)
    }

    @Test(
        arguments: [
            (.deleteItem, #"{"TableName":"Cats",\#(key)}"#, 1),
            (.updateItem, #"{"TableName":"Cats",\#(key),"UpdateExpression":"REMOVE b"}"#, 1),
            (.batchWriteItem, #"{"RequestItems":{"Cats":[{"DeleteRequest":{\#(key)}}]}}"#, 1),
            (.putItem, put("a", text(3_000)), 3),
            // A refusal of the request costs nothing.
            (.putItem, #"{"TableName":"Cats","Item":{"no":{"S":"a"}}}"#, 0),
            (.updateItem, #"{"TableName":"Cats",\#(key),"UpdateExpression":"SET a = b"}"#, 0),
        ] as [(OperationName, String, Double)]
    )
    func `a write costs whatever it finds`(operation: OperationName, body: String, units: Double) async throws {
        let service = try await ThroughputService(Self.table(10))

        _ = try await service.refusal(operation, body)

        #expect(try service.lane(.write).consumedUnits == units)
        #expect(try service.lane(.write).levelUnits == 10 - units)
        #expect(try service.lane(.read).consumedUnits == 0)
    }

    @Test func `entries in local indexes take of the table`() async throws {
        let service = try await ThroughputService(
            Self.table(10, local: [NewTable.index("byAge", "id:HASH age:RANGE")])
        )
        let item = #","at":{"N":"1"},"age":{"N":"3"}"#

        try await service.call(.putItem, Self.put("a", item + Self.text(1_500)))
        #expect(try service.lane(.write).levelUnits == 6)

        // Another sort key of the index: the old entry is deleted, and a new one inserted.
        let update =
            #"{"TableName":"Cats","Key":{"id":{"S":"a"},"at":{"N":"1"}},"UpdateExpression":"SET age = :n","#
            + #""ExpressionAttributeValues":{":n":{"N":"4"}},"ReturnConsumedCapacity":"INDEXES"}"#
        let answer = try await service.call(.updateItem, update)

        #expect(
            answer == #"{"ConsumedCapacity":{"TableName":"Cats","CapacityUnits":6.0,"Table":{"CapacityUnits":2.0},"#
                + #""LocalSecondaryIndexes":{"byAge":{"CapacityUnits":4.0}}}}"#
        )
        #expect(try service.lane(.write).levelUnits == 0)
        #expect(
            try await service.refusal(.putItem, Self.put("b", item))
                == .throttled(.tableWriteProvisionedThroughputExceeded, of: Self.arn, isOnDemand: false)
        )
    }

    // MARK: Back-pressure of global indexes

    @Test(
        arguments: [
            (.putItem, put("b", #","kind":{"S":"tabby"}"#)),
            (.deleteItem, #"{"TableName":"Cats",\#(key)}"#),
            (
                .updateItem,
                #"{"TableName":"Cats",\#(key),"UpdateExpression":"SET kind = :k","#
                    + #""ExpressionAttributeValues":{":k":{"S":"black"}}}"#
            ),
            (
                .batchWriteItem,
                #"{"RequestItems":{"Cats":[{"PutRequest":{"Item":{"id":{"S":"b"},"kind":{"S":"tabby"}}}}]}}"#
            ),
        ] as [(OperationName, String)]
    )
    func `a full index refuses the write, and nothing is written anywhere`(
        operation: OperationName,
        body: String
    ) async throws {
        let index = NewTable.index("byKind", "kind:HASH", more: UpdateMembers.units(1, 1))
        let service = try await ThroughputService(Self.table(100, global: [index]))
        try await service.call(.putItem, Self.put("a", #","kind":{"S":"tabby"}"#))
        let before = try (service.statistics(), service.lane(.write), service.lane(.write, of: "byKind"))
        #expect(before.2.levelUnits == 0)

        let refusal = try await service.refusal(operation, body)

        #expect(
            refusal
                == .throttled(
                    .indexWriteProvisionedThroughputExceeded,
                    of: "\(Self.arn)/index/byKind",
                    isOnDemand: false
                )
        )
        #expect(try service.statistics() == before.0)
        #expect(try service.lane(.write).consumedUnits == before.1.consumedUnits)
        #expect(try service.lane(.write, of: "byKind").consumedUnits == before.2.consumedUnits)
        #expect(try service.lane(.write, of: "byKind").throttledCounts == [.provisioned: 1])
        let tom: JSONTree = ["id": ["S": "a"], "kind": ["S": "tabby"]]
        for more in ["", #","IndexName":"byKind""#] {
            let page = try await service.call(.scan, #"{"TableName":"Cats"\#(more)}"#)
            #expect(try JSONTree(parsing: Array(page.utf8))["Items"] == .array([tom]))
        }
    }

    @Test func `a full index leaves alone what it does not hold`() async throws {
        let index = NewTable.index("byKind", "kind:HASH", more: UpdateMembers.units(1, 1))
        let service = try await ThroughputService(Self.table(100, global: [index]))
        try await service.call(.putItem, Self.put("a", #","kind":{"S":"tabby"}"#))

        try await service.call(.putItem, Self.put("b"))
        // The same item again changes no entry.
        try await service.call(.putItem, Self.put("a", #","kind":{"S":"tabby"}"#))

        #expect(try service.lane(.write).consumedUnits == 3)
        #expect(try service.lane(.write, of: "byKind").consumedUnits == 1)
    }

    // MARK: Settings

    @Test(arguments: [(true, "unlimited", [true, false]), (false, "enforced", [false, true])])
    func `the tag of a table stands over the rule of the server`(
        isEnforced: Bool,
        tag: String,
        isRefused: [Bool]
    ) async throws {
        let service = try await ThroughputService(Self.table(1)) { $0.isEnforced = isEnforced }
        let body = #"{"ResourceArn":"\#(Self.arn)","Tags":[{"Key":"apus:throughput","Value":"\#(tag)"}]}"#
        func isPutRefused() async throws -> Bool {
            service.clock.advance(by: .seconds(10))
            try await service.call(.putItem, Self.put("a"))
            return try await service.refusal(.putItem, Self.put("a"))?.isThrottling == true
        }

        let before = try await isPutRefused()
        try await service.call(.tagResource, body)
        let tagged = try await isPutRefused()
        try await service.call(
            .untagResource,
            #"{"ResourceArn":"\#(Self.arn)","TagKeys":["apus:throughput"]}"#
        )
        let after = try await isPutRefused()

        #expect([before, tagged] == isRefused)
        #expect(after == before)
    }

    @Test func `more units are there once the table is no longer updating`() async throws {
        let index = NewTable.index("byKind", "kind:HASH", more: UpdateMembers.units(1, 1))
        let service = try await ThroughputService(Self.table(1, global: [index]), transitionDelay: .seconds(10))
        func admittedCount() async throws -> Int {
            var count = 0
            while count < 60, try await service.refusal(.putItem, Self.put("\(count)")) == nil { count += 1 }
            return count
        }
        try await service.call(
            .updateTable,
            #"{"TableName":"Cats",\#(UpdateMembers.units(50, 50)),"#
                + UpdateMembers.indexUpdates(UpdateMembers.update("byKind", UpdateMembers.units(50, 40))) + "}"
        )

        #expect(try await admittedCount() == 1)
        service.clock.advance(by: .milliseconds(9_999))
        #expect(try service.lane(.write).unitsPerSecond == 1)
        #expect(try service.lane(.write, of: "byKind").unitsPerSecond == 1)
        #expect(try await admittedCount() == 1)
        service.clock.advance(by: .milliseconds(1))
        #expect(try service.lane(.write).unitsPerSecond == 50)
        #expect(try service.lane(.write, of: "byKind").unitsPerSecond == 40)
        service.clock.advance(by: .seconds(1))
        #expect(try await admittedCount() == 50)
    }

    // MARK: Batches

    @Test func `of two tables in a batch, only the entries of the throttled one are handed back`() async throws {
        let service = try await ThroughputService(Self.table(1))
        try await service.call(.createTable, NewTable(name: "Dogs", definitions: "id:S", key: "id:HASH").json)
        func entries(_ ids: [String]) -> String {
            ids.map { #"{"PutRequest":{"Item":{"id":{"S":"\#($0)"}}}}"# }.joined(separator: ",")
        }
        let batch =
            #"{"RequestItems":{"Cats":[\#(entries(["a", "b", "c"]))],"Dogs":[\#(entries(["a", "b", "c"]))]},"#
            + #""ReturnConsumedCapacity":"TOTAL"}"#

        let answer = try await service.call(.batchWriteItem, batch)
        let again = try await service.call(.batchWriteItem, batch)

        #expect(
            answer == #"{"UnprocessedItems":{"Cats":[\#(entries(["b", "c"]))]},"ConsumedCapacity":["#
                + #"{"TableName":"Cats","CapacityUnits":1.0},{"TableName":"Dogs","CapacityUnits":3.0}]}"#
        )
        #expect(again.hasPrefix(#"{"UnprocessedItems":{"Cats":[\#(entries(["a", "b", "c"]))]},"#))
        #expect(try service.statistics().table.itemCount == 1)
        #expect(try service.lane(.write, table: "Dogs").consumedUnits == 6)
    }

    // MARK: Operations on tables

    @Test func `only so many tables may be changed in a second`() async throws {
        // 2 in a second, kept for 3 seconds: 6, one of which is the table of the service.
        let service = try await ThroughputService(Self.table(1)) {
            ($0.controlPlaneRate, $0.controlPlaneBurstSeconds) = (2, 3)
        }
        func refusal(_ operation: OperationName, _ name: String, _ more: String = "") async throws -> ServiceError? {
            let body = operation == .createTable ? NewTable(name: name).json : #"{"TableName":"\#(name)"\#(more)}"#
            return try await service.refusal(operation, body)
        }

        for number in 0..<3 { #expect(try await refusal(.createTable, "Dogs-\(number)") == nil) }
        #expect(try await refusal(.updateTable, "Dogs-0", #","DeletionProtectionEnabled":true"#) == nil)
        #expect(try await refusal(.deleteTable, "Dogs-1") == nil)

        #expect(try await refusal(.createTable, "Birds") == .controlPlaneRateExceeded)
        #expect(try await refusal(.deleteTable, "Dogs-2") == .controlPlaneRateExceeded)
        #expect(
            try await refusal(.updateTable, "Dogs-2", #","DeletionProtectionEnabled":true"#)
                == .controlPlaneRateExceeded
        )
        // To look at tables is no such operation.
        #expect(try await service.call(.listTables, "{}") == #"{"TableNames":["Cats","Dogs-0","Dogs-2"]}"#)
        #expect(try await refusal(.describeTable, "Dogs-2") == nil)

        service.clock.advance(by: .seconds(1))
        #expect(try await refusal(.createTable, "Birds") == nil)
        #expect(try await refusal(.deleteTable, "Dogs-2") == nil)
        #expect(try await refusal(.deleteTable, "Cats") == .controlPlaneRateExceeded)
    }

    @Test func `without limits tables are changed at any rate`() async throws {
        let service = try await ThroughputService(Self.table(1)) {
            ($0.isEnforced, $0.controlPlaneRate, $0.controlPlaneBurstSeconds) = (false, 1, 1)
        }

        for number in 0..<5 {
            #expect(try await service.refusal(.createTable, NewTable(name: "Dogs-\(number)").json) == nil)
        }
    }
}

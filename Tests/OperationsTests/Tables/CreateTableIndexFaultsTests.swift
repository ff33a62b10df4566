// Secondary indexes that a table cannot be created with, and in which words.

import ApusModel
import Testing

struct CreateTableIndexFaultsTests {
    private static let all = #"{"ProjectionType":"ALL"}"#
    private static let units = #""ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}"#

    @Test(
        arguments: [
            (
                "at:HASH id:RANGE",
                "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
                    + "byAge. index hash key: at, table hash key: id"
            ),
            ("id:HASH", "Index KeySchema does not have a range key for index: byAge"),
        ]
    )
    func `a local index begins with the partition key of its table`(key: String, message: String) async throws {
        let error = try await NewTable(local: [NewTable.index("byAge", key)]).refusal()

        #expect(error == .validation(NewTable.invalid + message))
    }

    @Test func `a table with a local index has a sort key`() async throws {
        let error = try await NewTable(
            definitions: "id:S",
            key: "id:HASH",
            local: [NewTable.index("byAge", "id:RANGE")]
        ).refusal()

        #expect(
            error
                == .validation(
                    NewTable.invalid + "Table KeySchema does not have a range key, "
                        + "which is required when specifying a LocalSecondaryIndex"
                )
        )
    }

    @Test(
        arguments: [
            ("at:RANGE", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
            (
                "at:HASH id:RANGE a:HASH",
                NewTable.invalid + "All HASH key attributes must precede RANGE key attributes in the KeySchema"
            ),
            (
                "a:HASH b:HASH c:HASH d:HASH e:HASH",
                NewTable.invalid + "The KeySchema exceeds the maximum allowed number of HASH key attributes"
            ),
            (
                "id:HASH a:RANGE b:RANGE c:RANGE d:RANGE e:RANGE",
                NewTable.invalid + "The KeySchema exceeds the maximum allowed number of RANGE key attributes"
            ),
            ("at:HASH at:RANGE", "Both the Hash Key and the Range Key element in the KeySchema have the same name"),
            (
                "at:HASH id:RANGE at:RANGE",
                NewTable.invalid + "The KeySchema contains multiple key attributes with the same name"
            ),
            ("at:HASH at:HASH", NewTable.invalid + "The KeySchema contains multiple key attributes with the same name"),
        ] as [(String, String)]
    )
    func `a global index has up to four attributes of each kind in its key`(key: String, message: String) async throws {
        let error = try await NewTable(global: [NewTable.index("byAge", key)]).refusal()

        #expect(error == .validation(message))
    }

    @Test(
        arguments: [
            ("{}", "Unknown ProjectionType: null"),
            (#"{"NonKeyAttributes":["a"]}"#, "Unknown ProjectionType: null"),
            (#"{"ProjectionType":"INCLUDE"}"#, "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"),
            (
                #"{"ProjectionType":"ALL","NonKeyAttributes":["a"]}"#,
                "ProjectionType is ALL, but NonKeyAttributes is specified"
            ),
            (
                #"{"ProjectionType":"KEYS_ONLY","NonKeyAttributes":["a"]}"#,
                "ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified"
            ),
        ]
    )
    func `a projection says what it includes if it includes something`(projection: String, message: String) async throws
    {
        let error = try await NewTable(global: [NewTable.index("byAge", "at:HASH", projection: projection)]).refusal()

        #expect(error == .validation(NewTable.invalid + message))
    }

    @Test(
        arguments: [
            (
                NewTable(billing: units, global: [index("byAge")]),
                "ProvisionedThroughput is not specified for index: byAge"
            ),
            (
                NewTable(global: [index("byAge", units)]),
                "ProvisionedThroughput should not be specified for index: byAge when BillingMode is PAY_PER_REQUEST"
            ),
            (
                NewTable(global: [index("byAge", #""OnDemandThroughput":{"MaxReadRequestUnits":0}"#)]),
                "Requested MaxReadRequestUnits for OnDemandThroughput for index: byAge is outside of valid range"
            ),
            (
                NewTable(global: [index("byAge", #""WarmThroughput":{"ReadUnitsPerSecond":1}"#)]),
                "Requested ReadUnitsPerSecond for WarmThroughput for index: byAge is lower than current "
                    + "WarmThroughput, decreasing WarmThroughput is not supported"
            ), (NewTable(local: []), "List of LocalSecondaryIndexes is empty"),
            (NewTable(global: []), "List of GlobalSecondaryIndexes is empty"),
            (NewTable(global: [index("byAge"), index("byAge")]), "Duplicate index name: byAge"),
            (
                NewTable(local: [NewTable.index("byAge", "id:HASH at:RANGE")], global: [index("byAge")]),
                "Duplicate index name: byAge"
            ),
            (
                NewTable(global: [NewTable.index("byOwner", "at:HASH owner:RANGE")]),
                "Some index key attributes are not defined in AttributeDefinitions. Keys: [at, owner], "
                    + "AttributeDefinitions: [id, at]"
            ),
            (
                NewTable(definitions: "id:S at:N a:S b:S", global: [NewTable.index("byA", "a:HASH")]),
                "Some AttributeDefinitions are not used. AttributeDefinitions: [id, at, a, b], keys used: [id, at, a]"
            ),
        ] as [(NewTable, String)]
    )
    func `indexes fit each other and their table`(table: NewTable, message: String) async throws {
        let error = try await table.refusal()

        #expect(error == .validation(NewTable.invalid + message))
    }

    private static func index(_ name: String, _ more: String = "") -> String {
        NewTable.index(name, "at:HASH", more: more)
    }

    @Test(
        arguments: [
            (6, 0, "Number of LocalSecondaryIndexes exceeds per-table limit of 5"),
            (6, 21, "Number of LocalSecondaryIndexes exceeds per-table limit of 5"),
            (5, 21, "GlobalSecondaryIndex count exceeds the per-table limit of 20"),
        ]
    )
    func `a table has so many indexes`(local: Int, global: Int, message: String) async throws {
        let error = try await NewTable(
            local: (0..<local).map { NewTable.index("local\($0)", "id:HASH at:RANGE") },
            global: global == 0 ? nil : (0..<global).map { NewTable.index("global\($0)", "at:HASH") }
        ).refusal()

        #expect(error == .validation(NewTable.invalid + message))
    }

    @Test func `indexes include a hundred attributes at most`() async throws {
        let names = (0..<20).map { "a\($0)" }
        let projection = "{\"ProjectionType\":\"INCLUDE\",\"NonKeyAttributes\":\(names)}"
        let five = (0..<5).map { NewTable.index("global\($0)", "at:HASH", projection: projection) }
        let sixth = NewTable.index(
            "more",
            "at:HASH",
            projection: #"{"ProjectionType":"INCLUDE","NonKeyAttributes":["a0"]}"#
        )

        let error = try await NewTable(global: five + [sixth]).refusal()

        #expect(error?.code == .validation)
        try await TestService().call(.createTable, NewTable(global: five).json)
    }
    @Test func `a name that one index repeats counts once`() async throws {
        let projections = [0, 1, 2, 3, 4, 4].map { index in
            let names = (0..<20).map { "a\(index == 4 ? $0 % 10 : $0)" }
            return "{\"ProjectionType\":\"INCLUDE\",\"NonKeyAttributes\":\(names)}"
        }
        let indexes = projections.enumerated().map { NewTable.index("global\($0)", "at:HASH", projection: $1) }

        let answer = try await TestService().call(.createTable, NewTable(global: indexes).json)

        #expect(answer.contains("\"IndexName\":\"global5\""))
    }
}

// Which of several faults of a new table is told.

import ApusModel
import Testing

struct CreateTableOrderTests {
    private static let loose = NewTable.index("byAge", "at:HASH", projection: "{}", more: units)
    private static let units = #""ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}"#

    /// Tables with the fault that is told; each mends the one told before, and has all those that come after.
    private static let faults: [(table: NewTable, message: String)] = [
        (
            NewTable(name: "a", definitions: "at:N at:N b:S", key: "id:RANGE", billing: "", local: [], more: settings),
            "Value 'a' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3"
        ),
        (
            NewTable(definitions: "at:N at:N b:S", key: "id:RANGE", billing: "", local: [], more: settings),
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
        ),
        (
            NewTable(definitions: "at:N at:N b:S", key: "id:RANGE", local: [], more: settings),
            "Attribute Name is duplicated: at"
        ),
        (
            NewTable(definitions: "at:N b:S", key: "id:RANGE", local: [], more: settings),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"
        ),
        (
            NewTable(definitions: "at:N b:S", key: "id:HASH", local: [], global: [loose], more: settings),
            "List of LocalSecondaryIndexes is empty"
        ),
        (
            NewTable(
                definitions: "at:N b:S",
                key: "id:HASH",
                local: [NewTable.index("byAge", "at:RANGE")],
                global: [loose],
                more: settings
            ),
            "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
        ),
        (
            NewTable(
                definitions: "at:N b:S",
                local: [NewTable.index("byAge", "at:RANGE")],
                global: [loose],
                more: settings
            ),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"
        ),
        (
            NewTable(
                definitions: "at:N b:S",
                local: [NewTable.index("byAge", "id:HASH at:RANGE")],
                global: [loose],
                more: settings
            ), "Duplicate index name: byAge"
        ), (NewTable(definitions: "at:N b:S", global: [loose], more: settings), "Unknown ProjectionType: null"),
        (
            NewTable(
                definitions: "at:N b:S",
                global: [NewTable.index("byAge", "at:HASH", more: units)],
                more: settings
            ),
            "ProvisionedThroughput should not be specified for index: byAge when BillingMode is PAY_PER_REQUEST"
        ),
        (
            NewTable(definitions: "at:N b:S", global: many, more: settings),
            "Some index key attributes are not defined in AttributeDefinitions. Keys: [id, at], "
                + "AttributeDefinitions: [at, b]"
        ),
        (
            NewTable(definitions: "id:S at:N b:S", global: many, more: settings),
            "Some AttributeDefinitions are not used. AttributeDefinitions: [id, at, b], keys used: [id, at]"
        ),
        (
            NewTable(global: many, more: settings), "GlobalSecondaryIndex count exceeds the per-table limit of 20"
        ),
        (NewTable(more: settings), "Table is being created with a stream enabled, UpdateViewType is required"),
    ]

    private static let settings = #""StreamSpecification":{"StreamEnabled":true}"#
    private static let many = (0..<21).map { NewTable.index("index\($0)", "at:HASH") }

    @Test(arguments: faults.indices)
    func `the fault that is checked for first is told`(index: Int) async throws {
        let service = try TestService()
        let (table, message) = Self.faults[index]

        let error = await #expect(throws: ServiceError.self) { try await service.call(.createTable, table.json) }

        #expect(error?.code == .validation)
        #expect(error?.message?.hasSuffix(message) ?? false)
    }
}

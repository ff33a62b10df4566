// When a table may be changed, and when a change makes it UPDATING.

import ApusDatabase
import ApusModel
import Testing

@testable import ApusOperations

struct TableUpdateTests {
    private static let inUse = "ResourceInUseException: Attempt to change a resource which is still in use: "
    private static let onDemand = #""BillingMode":"PAY_PER_REQUEST""#
    private static let stream = #""StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}"#

    private static func moment(_ seconds: Int) -> Timestamp { .begin.advanced(by: .seconds(seconds)) }

    @Test func `a table that is being created is refused`() throws {
        let table = TableDefinition(
            name: try #require(TableName("Cats")),
            region: "eu-north-1",
            uniqueID: "1",
            keySchema: KeySchema(partition: KeyAttribute(name: "id", type: .string)),
            creationTime: .begin,
            readyTime: Self.moment(61)
        )

        #expect(try table.refusal(of: Self.stream) == "\(Self.inUse)Table is being created: Cats")
        #expect(try table.refusal(of: Self.stream, after: 61) == nil)
    }

    @Test func `a table that is being changed is refused`() throws {
        var table = try TableDefinition.cats()
        table.updatedTime = Self.moment(61)

        #expect(
            try table.refusal(of: Self.stream) == "\(Self.inUse)Table: Cats is in the process of being updated."
        )
        #expect(try table.refusal(of: Self.stream, after: 61) == nil)
    }

    @Test func `a table that is being deleted is refused`() throws {
        var table = try TableDefinition.cats()
        table.goneTime = Self.moment(61)

        #expect(try table.refusal(of: Self.stream) == "\(Self.inUse)Table is being deleted: Cats")
    }

    @Test(arguments: [
        UpdateMembers.units(6, 6), #""TableClass":"STANDARD_INFREQUENT_ACCESS""#, stream,
        #""SSESpecification":{"Enabled":true}"#,
        onDemand, #""WarmThroughput":{"ReadUnitsPerSecond":6}"#,
        UpdateMembers.indexUpdates(UpdateMembers.delete("byName")),
        UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(6, 6))),
        "\(UpdateMembers.attributes(["owner": "S"])),"
            + UpdateMembers.indexUpdates(UpdateMembers.create("byOwner", by: "owner", UpdateMembers.units(1, 1))),
    ])
    func `a change makes the table UPDATING for a while`(members: String) throws {
        let table = try TableDefinition.cats(units: 5, indexes: [.global(1, "byName", by: "name", units: 5)])

        let updated = try table.updated(by: members, after: 60, taking: .seconds(5))

        #expect(updated.updatedTime == Self.moment(65))
        #expect(updated.state(at: Self.moment(64)) == .updating)
        #expect(updated.state(at: Self.moment(65)) == .active)
    }

    @Test(arguments: [
        onDemand, #""TableClass":"STANDARD""#, #""SSESpecification":{"Enabled":false}"#,
        #""DeletionProtectionEnabled":false"#, #""WarmThroughput":{"ReadUnitsPerSecond":12000}"#,
        #""OnDemandThroughput":{"MaxReadRequestUnits":-1}"#,
    ])
    func `what is so already stays as it is`(members: String) throws {
        let table = try TableDefinition.cats()

        #expect(try table.updated(by: members, taking: .seconds(5)) == table)
    }

    @Test func `deletion protection takes no time`() throws {
        let updated = try TableDefinition.cats().updated(by: #""DeletionProtectionEnabled":true"#, taking: .seconds(5))

        #expect(updated.settings.isDeletionProtected)
        #expect(updated.updatedTime == nil)
    }

    @Test(
        arguments: [
            (stream, "You cannot modify stream status while updating table IOPS"),
            (
                UpdateMembers.indexUpdates(UpdateMembers.delete("byName")),
                "You cannot create or delete index while updating table IOPS"
            ),
        ] as [(String, String)]
    )
    func `a switch to on-demand goes with nothing else`(members: String, reason: String) throws {
        let table = try TableDefinition.cats(units: 5, indexes: [.global(1, "byName", by: "name", units: 5)])

        #expect(
            try table.refusal(of: "\(Self.onDemand),\(members)")
                == "ValidationException: One or more parameter values were invalid: \(reason)"
        )
    }
}

// How the throughput of a table and of its indexes may change.

import ApusModel
import Testing

@testable import ApusOperations

struct ThroughputUpdateTests {
    private static let onDemand = #""BillingMode":"PAY_PER_REQUEST""#
    private static let provisioned = #""BillingMode":"PROVISIONED""#
    private static let invalid = "ValidationException: One or more parameter values were invalid: "

    private static func moment(_ seconds: Int) -> Timestamp { .begin.advanced(by: .seconds(seconds)) }

    private static func table(units: Int? = nil) throws -> TableDefinition {
        try .cats(units: units, indexes: [.global(1, "byName", by: "name", units: units)])
    }

    @Test func `units go up and down, of the table and of an index, each with its times`() throws {
        let table = try Self.table(units: 5)

        let higher = try table.updated(by: UpdateMembers.units(6, 5), after: 60)
        let lower = try higher.updated(
            by: UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(4, 5))),
            after: 70
        )

        #expect(higher.throughput.provisioned == ThroughputUnits(readUnits: 6, writeUnits: 5))
        #expect(higher.throughput.lastIncreaseTime == Self.moment(60))
        #expect(higher.throughput.lastDecreaseTime == nil)
        #expect(higher.indexes == table.indexes)
        let index = try lower.index("byName")
        #expect(index.throughput?.provisioned == ThroughputUnits(readUnits: 4, writeUnits: 5))
        #expect(index.throughput?.lastIncreaseTime == nil)
        #expect(index.throughput?.lastDecreaseTime == Self.moment(70))
        #expect(index.updatedTime == Self.moment(70))
        #expect(lower.throughput == higher.throughput)
    }

    @Test func `the warm throughput is the most that was ever provisioned`() throws {
        let table = try Self.table(units: 5).updated(by: UpdateMembers.units(9, 3)).updated(
            by: UpdateMembers.units(2, 8)
        )

        #expect(table.throughput.warm == ThroughputUnits(readUnits: 9, writeUnits: 8))
    }

    @Test(
        arguments: [
            (UpdateMembers.units(5, 5), "table", "table"),
            (
                UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(5, 5))), "index byName",
                "index"
            ),
        ] as [(String, String, String)]
    )
    func `units that are so already are refused`(members: String, name: String, kind: String) throws {
        #expect(
            try Self.table(units: 5).refusal(of: members)
                == "ValidationException: The provisioned throughput for the \(name) will not change. "
                + "The requested value equals the current value. "
                + "Current ReadCapacityUnits provisioned for the \(kind): 5. Requested ReadCapacityUnits: 5. "
                + "Current WriteCapacityUnits provisioned for the \(kind): 5. Requested WriteCapacityUnits: 5. "
                + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."
        )
    }

    @Test(
        arguments: [
            (UpdateMembers.units(40_001, 1), "ReadCapacityUnits, 40001, is above the per table maximum"),
            (UpdateMembers.units(1, 50_000), "WriteCapacityUnits, 50000, is above the per table maximum"),
            (
                UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(40_001, 1))),
                "ReadCapacityUnits, 40001, is above the per table maximum"
            ),
        ] as [(String, String)]
    )
    func `more than the quota is refused`(members: String, part: String) throws {
        let refusal = try Self.table(units: 5).refusal(of: members)

        #expect(refusal?.hasPrefix("LimitExceededException: The requested \(part)") == true)
    }

    @Test func `table and indexes together keep to the quota of the account`() throws {
        let table = try TableDefinition.cats(
            units: 40_000,
            indexes: [.global(1, "byName", by: "name", units: 39_999), .global(2, "byAge", by: "age", units: 1)]
        )
        let members = UpdateMembers.indexUpdates(UpdateMembers.update("byAge", UpdateMembers.units(2, 1)))

        let refusal = try table.refusal(of: members)

        #expect(refusal?.contains("The requested ReadCapacityUnits, 80001, is above the per account maximum") == true)
        #expect(try table.refusal(of: "\(UpdateMembers.units(39_999, 40_000)),\(members)") == nil)
    }
}

// How often the throughput of a table or of an index may go down.

import ApusModel
import Testing

@testable import ApusOperations

struct ThroughputSettingsUpdateTests {
    private static let day = 86_400

    /// A table whose units have gone down four times, the last time at `seconds`.
    private static func spent(at seconds: Int) throws -> TableDefinition {
        var table = try TableDefinition.cats(units: 50, indexes: [.global(1, "byName", by: "name", units: 50)])
        for step in 1...4 {
            table = try table.updated(by: UpdateMembers.units(50 - step, 50), after: seconds - 4 + step)
        }
        return table
    }

    @Test func `the first four of a day need no time between them, the next an hour since the last`() throws {
        let table = try Self.spent(at: 50_419)

        #expect(table.throughput.decreases == 4)
        #expect(
            try table.refusal(of: UpdateMembers.units(45, 50), after: 54_018)
                == "LimitExceededException: Subscriber limit exceeded: Provisioned throughput decreases are limited "
                + "within a given UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day "
                + "can be performed at most once every 3600 seconds. Number of decreases today: 4. "
                + "Last decrease at Monday, March 2, 2026 at 2:00:19 PM Coordinated Universal Time. "
                + "Next decrease can be made at Monday, March 2, 2026 at 3:00:19 PM Coordinated Universal Time"
        )
        let fifth = try table.updated(by: UpdateMembers.units(45, 50), after: 54_019)
        #expect(fifth.throughput.decreases == 5)
        #expect(
            try fifth.refusal(of: UpdateMembers.units(44, 50), after: 57_618)?.contains("decreases today: 5.") == true
        )
        #expect(try fifth.refusal(of: UpdateMembers.units(44, 50), after: 57_619) == nil)
    }

    @Test func `the next day begins anew`() throws {
        let table = try Self.spent(at: Self.day - 1)

        let updated = try table.updated(by: UpdateMembers.units(45, 50), after: Self.day)

        #expect(updated.throughput.decreases == 1)
    }

    @Test func `increases are not counted, and allowed at any time`() throws {
        let table = try Self.spent(at: 600).updated(by: UpdateMembers.units(50, 51), after: 601)

        #expect(table.throughput.decreases == 4)
        #expect(table.throughput.lastIncreaseTime == .begin.advanced(by: .seconds(601)))
    }

    @Test func `fewer of one kind and more of the other are a decrease, and an increase`() throws {
        let table = try TableDefinition.cats(units: 5).updated(by: UpdateMembers.units(4, 6), after: 60)

        #expect(table.throughput.decreases == 1)
        #expect(table.throughput.lastDecreaseTime == .begin.advanced(by: .seconds(60)))
        #expect(table.throughput.lastIncreaseTime == .begin.advanced(by: .seconds(60)))
        #expect(try Self.spent(at: 600).refusal(of: UpdateMembers.units(1, 60), after: 601) != nil)
    }

    @Test func `fewer of both kinds count once`() throws {
        #expect(try TableDefinition.cats(units: 5).updated(by: UpdateMembers.units(4, 4)).throughput.decreases == 1)
    }

    @Test func `the table and each index have their own count, and one spent refuses both`() throws {
        let table = try Self.spent(at: 600)
        let lowerIndex = UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(40, 40)))

        let updated = try table.updated(by: lowerIndex, after: 601)

        #expect(try updated.index("byName").throughput?.decreases == 1)
        #expect(
            try table.refusal(of: "\(UpdateMembers.units(1, 1)),\(lowerIndex)", after: 601)?.contains(
                "decreases today: 4"
            ) == true
        )
    }
}

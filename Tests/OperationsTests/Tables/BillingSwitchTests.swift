// How a table changes from provisioned to on-demand and back, and what an on-demand table may set.

import ApusModel
import Testing

@testable import ApusOperations

struct BillingSwitchTests {
    private static let onDemand = #""BillingMode":"PAY_PER_REQUEST""#
    private static let provisioned = #""BillingMode":"PROVISIONED""#
    private static let maximum = #""OnDemandThroughput":{"MaxReadRequestUnits":7}"#
    private static let invalid = "ValidationException: One or more parameter values were invalid: "

    private static func table(units: Int? = nil) throws -> TableDefinition {
        try .cats(units: units, indexes: [.global(1, "byName", by: "name", units: units)])
    }

    @Test func `a table becomes on-demand, and its indexes with it`() throws {
        let table = try Self.table(units: 5_000).updated(by: "\(Self.onDemand),\(Self.maximum)", after: 60)

        let index = try table.index("byName")
        #expect(table.throughput.provisioned == nil)
        #expect(table.throughput.warm == ThroughputUnits(readUnits: 12_000, writeUnits: 5_000))
        #expect(table.throughput.onDemandMaximum == OnDemandMaximum(readUnits: 7))
        #expect(table.lastOnDemandTime == .begin.advanced(by: .seconds(60)))
        #expect(index.throughput?.provisioned == nil)
        #expect(index.throughput?.warm == ThroughputUnits(readUnits: 12_000, writeUnits: 5_000))
        #expect(index.updatedTime == .begin.advanced(by: .seconds(60)))
    }

    @Test func `an on-demand table becomes provisioned with units for itself and each index`() throws {
        let table = try Self.table().updated(by: Self.maximum)
        let members =
            "\(Self.provisioned),\(UpdateMembers.units(1, 2)),"
            + UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(3, 4)))

        let updated = try table.updated(by: members)

        #expect(updated.throughput.provisioned == ThroughputUnits(readUnits: 1, writeUnits: 2))
        #expect(updated.throughput.onDemandMaximum == OnDemandMaximum())
        #expect(updated.throughput.warm == ThroughputUnits(readUnits: 12_000, writeUnits: 4_000))
        #expect(updated.throughput.lastDecreaseTime == nil)
        #expect(
            try updated.index("byName").throughput?.provisioned == ThroughputUnits(readUnits: 3, writeUnits: 4)
        )
    }

    @Test func `an index that is going needs no units`() throws {
        var table = try Self.table()
        table.indexes[0].phase = .deleting

        #expect(try table.refusal(of: "\(Self.provisioned),\(UpdateMembers.units(1, 2))") == nil)
    }

    @Test(
        arguments: [
            (
                nil, provisioned,
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
            ),
            (
                5, provisioned,
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
            ),
            (
                nil, "\(provisioned),\(UpdateMembers.units(1, 1))",
                "ProvisionedThroughput is not specified for index: byName"
            ),
            (
                nil, UpdateMembers.units(1, 1),
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
            ),
            (
                5, "\(onDemand),\(UpdateMembers.units(1, 1))",
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
            ),
            (
                nil, UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(1, 1))),
                "ProvisionedThroughput should not be specified for index: byName when BillingMode is PAY_PER_REQUEST"
            ),
            (
                nil, UpdateMembers.indexUpdates(UpdateMembers.update("byName", "")),
                "ProvisionedThroughput is not specified for index: byName"
            ),
            (
                5, maximum,
                "MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED."
            ),
            (
                5, UpdateMembers.indexUpdates(UpdateMembers.update("byName", maximum)),
                "MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED."
            ),
            (
                nil, #""OnDemandThroughput":{"MaxReadRequestUnits":0}"#,
                "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range"
            ),
            (
                nil, #""WarmThroughput":{"WriteUnitsPerSecond":3999}"#,
                "Requested WriteUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, "
                    + "decreasing WarmThroughput is not supported"
            ),
        ] as [(Int?, String, String)]
    )
    func `what the billing mode does not allow is refused`(units: Int?, members: String, reason: String) throws {
        #expect(try Self.table(units: units).refusal(of: members) == Self.invalid + reason)
    }

    @Test func `an unknown index is refused`() throws {
        #expect(
            try Self.table(units: 5).refusal(
                of: UpdateMembers.indexUpdates(UpdateMembers.update("byAge", UpdateMembers.units(1, 1)))
            )
                == "ResourceNotFoundException: Requested resource not found: Index byAge for table Cats"
        )
    }

    @Test func `an index that is going does not change`() throws {
        var table = try Self.table(units: 5)
        table.indexes[0].phase = .deleting

        #expect(
            try table.refusal(of: UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(1, 1))))
                == "ResourceInUseException: Attempt to change a resource which is still in use: "
                + "Index is being deleted: byName"
        )
    }

    @Test func `a bound of an on-demand table is set, kept and taken away`() throws {
        let bounded = try Self.table().updated(by: Self.maximum)
            .updated(by: #""OnDemandThroughput":{"MaxWriteRequestUnits":8}"#)

        let freed = try bounded.updated(by: #""OnDemandThroughput":{"MaxReadRequestUnits":-1}"#)

        #expect(bounded.throughput.onDemandMaximum == OnDemandMaximum(readUnits: 7, writeUnits: 8))
        #expect(freed.throughput.onDemandMaximum == OnDemandMaximum(writeUnits: 8))
    }

    @Test func `warm throughput is raised, of the table and of an index at once`() throws {
        let warm = #""WarmThroughput":{"ReadUnitsPerSecond":20000}"#
        let members =
            "\(warm),"
            + UpdateMembers.indexUpdates(
                UpdateMembers.update("byName", #""WarmThroughput":{"WriteUnitsPerSecond":5000}"#)
            )

        let updated = try Self.table().updated(by: members, after: 60, taking: .seconds(5))

        #expect(updated.throughput.warm == ThroughputUnits(readUnits: 20_000, writeUnits: 4_000))
        #expect(updated.throughput.warmedTime == .begin.advanced(by: .seconds(65)))
        #expect(try updated.index("byName").throughput?.warm == ThroughputUnits(readUnits: 12_000, writeUnits: 5_000))
    }
}

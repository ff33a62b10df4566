// Which requests of UpdateTable ask for one thing, and what is said of the others.

import ApusModel
import Testing

@testable import ApusOperations

struct TableUpdateRequestTests {
    private static let warm = #""WarmThroughput":{"ReadUnitsPerSecond":20000}"#
    private static let maximum = #""OnDemandThroughput":{"MaxReadRequestUnits":10}"#
    private static let stream = #""StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}"#
    private static let encryption = #""SSESpecification":{"Enabled":true}"#
    private static let tableClass = #""TableClass":"STANDARD_INFREQUENT_ACCESS""#
    private static let protection = #""DeletionProtectionEnabled":true"#
    private static let onDemand = #""BillingMode":"PAY_PER_REQUEST""#
    private static let owner = UpdateMembers.attributes(["owner": "S"])
    private static let newIndex = UpdateMembers.indexUpdates(UpdateMembers.create("byOwner", by: "owner"))
    private static let invalid = "ValidationException: One or more parameter values were invalid: "

    @Test(
        arguments: [
            (UpdateMembers.units(1, 2), true), ("\(onDemand),\(maximum)", false), (maximum, false), (warm, false),
            (warm, true),
            (stream, true), (encryption, true), (tableClass, true), (protection, true),
            ("\(newIndex),\(owner)", false), (UpdateMembers.indexUpdates(UpdateMembers.delete("byName")), false),
            (UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(1, 2))), true),
            (
                "\(UpdateMembers.units(1, 2)),"
                    + UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(1, 2))),
                true
            ),
            ("\(warm),\(UpdateMembers.indexUpdates(UpdateMembers.update("byName", warm)))", false),
            ("\(onDemand),\(newIndex),\(owner)", false), ("\(onDemand),\(stream)", false),
            ("\(onDemand),\(UpdateMembers.indexUpdates(UpdateMembers.update("byName", maximum)))", false),
            ("\(tableClass),\(owner)", true), ("\(stream),\(UpdateMembers.indexUpdates())", true),
        ] as [(String, Bool)]
    )
    func `one thing at a time is allowed`(members: String, isProvisioned: Bool) throws {
        let units = isProvisioned ? 5 : nil
        let table = try TableDefinition.cats(units: units, indexes: [.global(1, "byName", by: "name", units: units)])

        #expect(try table.refusal(of: members) == nil)
    }

    @Test(arguments: ["\"Other\":1", owner, UpdateMembers.indexUpdates(), "\"TableClass\":null"])
    func `a request for nothing is refused`(members: String) throws {
        #expect(
            try TableDefinition.cats().refusal(of: members)
                == "ValidationException: At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
                + "GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, "
                + "ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, "
                + "WarmThroughput or TableClass is required"
        )
    }

    @Test(
        arguments: [
            (
                "\(encryption),\(UpdateMembers.units(1, 1))",
                "Server-Side Encryption modification must be the only operation in the request"
            ),
            (
                "\(encryption),\(protection)",
                "Server-Side Encryption modification must be the only operation in the request"
            ),
            ("\(tableClass),\(stream)", "TableClass modification must be the only operation in the request"),
            ("\(protection),\(onDemand)", "DeletionProtection modification must be the only operation in the request"),
            ("\(protection),\(newIndex)", "DeletionProtection modification must be the only operation in the request"),
            ("\(warm),\(stream)", "WarmThroughput must be the only operation in the request"),
            ("\(warm),\(UpdateMembers.units(1, 1))", "WarmThroughput must be the only operation in the request"),
            ("\(warm),\(newIndex)", "WarmThroughput must be the only operation in the request"),
            (
                UpdateMembers.indexUpdates(UpdateMembers.update("byName", "\(UpdateMembers.units(1, 1)),\(warm)")),
                "WarmThroughput must be the only operation in the request"
            ),
            (
                "\(maximum),\(stream)",
                "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request"
            ),
            (
                "\(maximum),\(newIndex)",
                "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request"
            ),
            ("\(stream),\(UpdateMembers.units(1, 1))", "You cannot modify stream status while updating table IOPS"),
            (
                "\(stream),\(UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(1, 1))))",
                "You cannot modify stream status while updating table IOPS"
            ),
            ("\(newIndex),\(UpdateMembers.units(1, 1))", "You cannot create or delete index while updating table IOPS"),
            (
                "\(UpdateMembers.indexUpdates(UpdateMembers.delete("byName"))),\"BillingMode\":\"PROVISIONED\"",
                "You cannot create or delete index while updating table IOPS"
            ),
            (
                UpdateMembers.indexUpdates(
                    UpdateMembers.delete("byName"),
                    UpdateMembers.update("byAge", UpdateMembers.units(1, 1))
                ),
                "You cannot create or delete index while updating table IOPS"
            ),
            ("\(newIndex),\(stream)", "You cannot create or delete index while changing stream status"),
            (
                UpdateMembers.indexUpdates(
                    UpdateMembers.update("byName", UpdateMembers.units(1, 1)),
                    UpdateMembers.update("byName", UpdateMembers.units(2, 2))
                ),
                "Only one global secondary index update per index is allowed simultaneously. Index: byName"
            ),
            (
                UpdateMembers.indexUpdates(UpdateMembers.delete("byName"), UpdateMembers.create("byName", by: "owner")),
                "Only one global secondary index update per index is allowed simultaneously. Index: byName"
            ),
            (
                UpdateMembers.indexUpdates("{}"),
                "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                    + "GlobalSecondaryIndexUpdate.Delete must not be null"
            ),
        ] as [(String, String)]
    )
    func `what does not go together is refused`(members: String, reason: String) throws {
        let table = try TableDefinition.cats(units: 5, indexes: [.global(1, "byName", by: "name", units: 5)])

        #expect(try table.refusal(of: members) == Self.invalid + reason)
    }

    @Test func `an element that asks for two things is refused`() throws {
        let element = #"{"Update":{"IndexName":"byName"},"Delete":{"IndexName":"byName"}}"#

        let refusal = try TableDefinition.cats().refusal(of: UpdateMembers.indexUpdates(element))

        #expect(refusal?.hasPrefix("\(Self.invalid)Only one of GlobalSecondaryIndexUpdate.Update") == true)
    }

    @Test(arguments: [
        UpdateMembers.indexUpdates(
            UpdateMembers.create("byOwner", by: "owner"),
            UpdateMembers.create("byAge", by: "age")
        ),
        UpdateMembers.indexUpdates(UpdateMembers.delete("byOwner"), UpdateMembers.delete("byAge")),
        UpdateMembers.indexUpdates(UpdateMembers.create("byOwner", by: "owner"), UpdateMembers.delete("byAge")),
    ])
    func `two indexes that come or go are too many`(members: String) throws {
        #expect(
            try TableDefinition.cats().refusal(of: members)
                == "LimitExceededException: Subscriber limit exceeded: "
                + "Only 1 online index can be created or deleted simultaneously per table"
        )
    }

    @Test(arguments: [
        "DisassociationProtectionEnabled", "GlobalTableSettingsReplicationMode", "GlobalTableWitnessUpdates",
        "MultiRegionConsistency", "ReplicaUpdates", "VectorIndexUpdates",
    ])
    func `what is not served is refused by name`(member: String) throws {
        let refusal = try TableDefinition.cats().refusal(of: "\"\(member)\":[],\(Self.tableClass)")

        #expect(refusal == "ValidationException: This version of apus does not serve {\(member)}")
    }
}

// How indexes join a table that is there already, and how they leave.

import ApusModel
import Testing

@testable import ApusOperations

struct TableUpdateIndexTests {
    private static let owner = UpdateMembers.attributes(["owner": "S"])
    private static let byOwner = UpdateMembers.indexUpdates(UpdateMembers.create("byOwner", by: "owner"))
    private static let oneAtATime =
        "LimitExceededException: Subscriber limit exceeded: "
        + "Only 1 online index can be created or deleted simultaneously per table"
    private static let invalid = "ValidationException: One or more parameter values were invalid: "

    private static func moment(_ seconds: Int) -> Timestamp { .begin.advanced(by: .seconds(seconds)) }

    @Test func `a new index is to be filled, and ready after the table`() throws {
        let table = try TableDefinition.cats(indexes: [.global(1, "byName", by: "name")])

        let updated = try table.updated(by: "\(Self.owner),\(Self.byOwner)", after: 60, taking: .seconds(5))

        let index = try updated.index("byOwner")
        #expect(index.id == 2)
        #expect(index.kind == .global)
        #expect(index.phase == .building)
        #expect(index.readyTime == Self.moment(65))
        #expect(index.keySchema == KeySchema(partition: KeyAttribute(name: "owner", type: .string)))
        #expect(index.projection == .all)
        #expect(index.throughput == ThroughputSettings(provisioned: nil))
        #expect(updated.attributeDefinitions.map(\.name) == ["id", "name", "owner"])
    }

    @Test func `definitions that no key of the new index needs are ignored`() throws {
        let definitions = UpdateMembers.attributes(["surplus": "N", "owner": "S", "id": "N"])

        let updated = try TableDefinition.cats().updated(by: "\(definitions),\(Self.byOwner)")

        #expect(updated.attributeDefinitions.map { "\($0.name) \($0.type.rawValue)" } == ["id S", "owner S"])
    }

    @Test func `a new index of a provisioned table has its own units`() throws {
        let index = UpdateMembers.indexUpdates(UpdateMembers.create("byOwner", by: "owner", UpdateMembers.units(3, 4)))

        let updated = try TableDefinition.cats(units: 5).updated(by: "\(Self.owner),\(index)")

        #expect(
            try updated.index("byOwner").throughput
                == ThroughputSettings(provisioned: ThroughputUnits(readUnits: 3, writeUnits: 4))
        )
    }

    @Test(
        arguments: [
            (
                nil, "\(owner),\(UpdateMembers.indexUpdates(UpdateMembers.create("byName", by: "owner")))",
                "ValidationException: Attempting to create an index which already exists"
            ),
            (nil, byOwner, "ValidationException: Invalid KeySchema: Some index key attribute have no definition"),
            (
                nil, "\(UpdateMembers.attributes(["owner": "S", "owner": "N"])),\(byOwner)",
                "\(invalid)Attribute Name is duplicated: owner"
            ),
            (
                nil,
                "\(UpdateMembers.attributes(["id": "N"])),"
                    + UpdateMembers.indexUpdates(UpdateMembers.create("byID", by: "id")),
                "\(invalid)Attribute id is already defined with type S, AttributeDefinitions has type N"
            ),
            (5, "\(owner),\(byOwner)", "\(invalid)ProvisionedThroughput is not specified for index: byOwner"),
            (
                nil,
                "\(owner),"
                    + UpdateMembers.indexUpdates(
                        UpdateMembers.create("byOwner", by: "owner", UpdateMembers.units(1, 1))
                    ),
                "\(invalid)ProvisionedThroughput should not be specified for index: byOwner "
                    + "when BillingMode is PAY_PER_REQUEST"
            ),
            (
                40_000,
                "\(owner),"
                    + UpdateMembers.indexUpdates(
                        UpdateMembers.create("byOwner", by: "owner", UpdateMembers.units(1, 1))
                    ),
                "LimitExceededException: The requested ReadCapacityUnits, 80001, is above the per account maximum "
                    + "for the account in eu-north-1. Per account maximum: 80000. Refer to the Amazon DynamoDB "
                    + "Developer Guide for current limits and how to request higher limits."
            ),
        ] as [(Int?, String, String)]
    )
    func `an index that cannot be is refused`(units: Int?, members: String, refusal: String) throws {
        let table = try TableDefinition.cats(units: units, indexes: [.global(1, "byName", by: "name", units: units)])

        #expect(try table.refusal(of: members) == refusal)
    }

    @Test func `a projection that cannot be is refused`() throws {
        let index =
            #"{"Create":{"IndexName":"byOwner","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"}],"#
            + #""Projection":{"ProjectionType":"INCLUDE"}}}"#

        #expect(
            try TableDefinition.cats().refusal(of: "\(Self.owner),\(UpdateMembers.indexUpdates(index))")
                == "\(Self.invalid)ProjectionType is INCLUDE, but NonKeyAttributes is not specified"
        )
    }

    @Test func `a table has at most 20 global indexes`() throws {
        let indexes = (1...20).map { IndexDefinition.global($0, "by\($0)", by: "name") }

        #expect(
            try TableDefinition.cats(indexes: indexes).refusal(of: "\(Self.owner),\(Self.byOwner)")
                == "LimitExceededException: Subscriber limit exceeded: "
                + "Number of global secondary indexes exceeds per-table limit of 20"
        )
        #expect(
            try TableDefinition.cats(indexes: Array(indexes[1...])).updated(by: "\(Self.owner),\(Self.byOwner)")
                .index("byOwner").id == 1
        )
    }

    @Test(arguments: [(0, true), (1, false)])
    func `the indexes of a table include at most 100 attributes`(more: Int, isAllowed: Bool) throws {
        let included = (1...5).map { id in
            IndexDefinition(
                id: id,
                name: "by\(id)",
                kind: .global,
                keySchema: KeySchema(partition: KeyAttribute(name: "name", type: .string)),
                projection: .include((1...19).map { "a\($0)" }),
                readyTime: .begin,
                throughput: ThroughputSettings(provisioned: nil)
            )
        }
        let names = (1...(5 + more)).map { "\"b\($0)\"" }.joined(separator: ",")
        let index =
            #"{"Create":{"IndexName":"byOwner","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"}],"#
            + #""Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":[\#(names)]}}}"#

        let refusal = try TableDefinition.cats(indexes: included).refusal(
            of: "\(Self.owner),\(UpdateMembers.indexUpdates(index))"
        )

        #expect((refusal == nil) == isAllowed, "\(refusal ?? "")")
    }

    @Test func `an index that is deleted stays until its entries are gone`() throws {
        let table = try TableDefinition.cats(indexes: [.global(1, "byName", by: "name")])

        let updated = try table.updated(by: UpdateMembers.indexUpdates(UpdateMembers.delete("byName")))

        #expect(try updated.index("byName").phase == .deleting)
        #expect(updated.attributeDefinitions == table.attributeDefinitions)
    }

    @Test(arguments: ["byOwner", "byname", "byLocal"])
    func `only global indexes that there are can be deleted`(name: String) throws {
        let local = IndexDefinition(
            id: 2,
            name: "byLocal",
            kind: .local,
            keySchema: KeySchema(
                partition: KeyAttribute(name: "id", type: .string),
                sort: KeyAttribute(name: "age", type: .number)
            ),
            projection: .all,
            readyTime: .begin
        )
        let table = try TableDefinition.cats(indexes: [.global(1, "byName", by: "name"), local])

        #expect(
            try table.refusal(of: UpdateMembers.indexUpdates(UpdateMembers.delete(name)))
                == "ResourceNotFoundException: Requested resource not found: Index \(name) for table Cats"
        )
    }

    @Test(
        arguments: [IndexDefinition.Phase.building, .deleting],
        ["\(owner),\(byOwner)", UpdateMembers.indexUpdates(UpdateMembers.delete("byAge"))]
    )
    func `while an index comes or goes, no other does`(phase: IndexDefinition.Phase, members: String) throws {
        var table = try TableDefinition.cats(
            indexes: [.global(1, "byName", by: "name"), .global(2, "byAge", by: "age")]
        )
        table.indexes[0].phase = phase

        #expect(try table.refusal(of: members) == Self.oneAtATime)
    }

    @Test func `an index that is being filled may be given up, one that is going not again`() throws {
        var table = try TableDefinition.cats(indexes: [.global(1, "byName", by: "name")])
        table.indexes[0].phase = .building

        let updated = try table.updated(by: UpdateMembers.indexUpdates(UpdateMembers.delete("byName")))

        #expect(try updated.index("byName").phase == .deleting)
        #expect(try updated.refusal(of: UpdateMembers.indexUpdates(UpdateMembers.delete("byName"))) == Self.oneAtATime)
    }

    @Test func `while an index is filled, other things of the table may change`() throws {
        var table = try TableDefinition.cats(units: 5, indexes: [.global(1, "byName", by: "name", units: 5)])
        table.indexes[0].phase = .building

        #expect(try table.refusal(of: #""TableClass":"STANDARD_INFREQUENT_ACCESS""#) == nil)
        #expect(
            try table.refusal(of: UpdateMembers.indexUpdates(UpdateMembers.update("byName", UpdateMembers.units(6, 6))))
                == nil
        )
    }
}

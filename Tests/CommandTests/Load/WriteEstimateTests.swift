// What a load would cost, by hand.

import Apus
import ApusModel
import Testing

@testable import ApusCommand

struct WriteEstimateTests {
    private static let keySchema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

    private static func index(_ name: String, _ projection: ProjectionType, _ units: Int)
        -> GlobalSecondaryIndexDescription
    {
        var index = GlobalSecondaryIndexDescription()
        index.indexName = name
        index.keySchema = [KeySchemaElement(attributeName: "owner", keyType: .hash)]
        index.projection = Projection(projectionType: projection)
        index.provisionedThroughput = throughput(units)
        return index
    }

    private static func throughput(_ units: Int) -> ProvisionedThroughputDescription {
        var throughput = ProvisionedThroughputDescription()
        throughput.writeCapacityUnits = units
        return throughput
    }

    private func estimate(ceiling: Double? = nil, isOnDemand: Bool = false) -> WriteEstimate {
        var description = TableDescription()
        description.provisionedThroughput = Self.throughput(10)
        description.globalSecondaryIndexes = [Self.index("keys", .keysOnly, 1), Self.index("whole", .all, 5)]
        if isOnDemand {
            description.billingModeSummary = BillingModeSummary()
            description.billingModeSummary?.billingMode = .payPerRequest
        }
        return WriteEstimate(description, keySchema: Self.keySchema, ceiling: ceiling)
    }

    private let large = Item([("id", "a"), ("owner", "tom"), ("pad", .string(String(repeating: "x", count: 1_020)))])

    @Test func `an index is written where the item has its key, by the size of the entry`() {
        var estimate = estimate()

        estimate.add(.put(large))
        estimate.add(.put(["id": "b"]))
        estimate.add(.delete(["id": "c"]))

        #expect((estimate.puts, estimate.deletes) == (2, 1))
        #expect(estimate.itemBytes == 1_034 + 3)
        #expect(estimate.table.units == 2 + 1 + 1)
        #expect(estimate.indexes.map(\.entries) == [1, 1])
        #expect(estimate.indexes.map(\.target.units) == [1, 2])
    }

    @Test func `the slowest of the table and its indexes takes the time`() {
        var (byIndex, byCeiling, onDemand) = (estimate(), estimate(ceiling: 1), estimate(isOnDemand: true))

        for _ in 0..<100 {
            byIndex.add(.put(large))
            byCeiling.add(.put(large))
            onDemand.add(.put(large))
        }

        #expect(byIndex.duration == .seconds(100))
        #expect(byCeiling.duration == .seconds(500))
        #expect(onDemand.duration == .seconds(0.05))
    }

    @Test func `the lines tell what is needed and at which rate`() {
        var estimate = estimate(ceiling: 2.5)
        estimate.add(.put(large))

        #expect(
            estimate.lines == [
                "items: 1 to put with 1034 bytes, 0 to delete",
                "table: 2 WCU at 10 WCU/s (provisioned)",
                "index keys: 1 entries, 1 WCU at 1 WCU/s",
                "index whole: 1 entries, 2 WCU at 5 WCU/s",
                "rate: no more than 2.5 WCU/s of the table and its indexes",
                "time: about 2 s, once bursts are used up",
            ]
        )
    }
}

// Requests for new tables.

import Apus
import ApusModel
import Testing

@testable import ApusCommand

struct TablePlanTests {
    private func plan() throws -> TablePlan {
        TablePlan(
            name: "Films",
            key: try KeyText("title:S,year:N"),
            indexes: [try IndexText("byYear:year:N,title:S:keys")],
            localIndexes: [try IndexText("byLength:minutes:N")]
        )
    }

    @Test func `each key attribute is defined once`() throws {
        let names = try plan().input.attributeDefinitions?.map(\.attributeName)

        #expect(names == ["title", "year", "minutes"])
    }

    @Test func `a local index has the partition key of the table`() throws {
        let index = try #require(try plan().input.localSecondaryIndexes?.first)

        #expect(index.keySchema.map(\.attributeName) == ["title", "minutes"])
        #expect(index.keySchema.map(\.keyType) == [.hash, .range])
    }

    @Test func `units count for the table and its global indexes`() throws {
        var plan = try plan()
        #expect(plan.input.billingMode == .payPerRequest)
        #expect(plan.input.globalSecondaryIndexes?.first?.provisionedThroughput == nil)

        plan.throughput = ProvisionedThroughput(readCapacityUnits: 10, writeCapacityUnits: 5)

        #expect(plan.input.billingMode == .provisioned)
        #expect(plan.input.provisionedThroughput == plan.throughput)
        #expect(plan.input.globalSecondaryIndexes?.first?.provisionedThroughput == plan.throughput)
    }

    @Test func `a table like another has its keys, indexes and throughput`() throws {
        let units = ProvisionedThroughputDescription(readCapacityUnits: 3, writeCapacityUnits: 2)
        let made = try plan().input
        var source = TableDescription()
        source.attributeDefinitions = made.attributeDefinitions
        source.keySchema = made.keySchema
        source.provisionedThroughput = units
        source.globalSecondaryIndexes = made.globalSecondaryIndexes?.map { index in
            GlobalSecondaryIndexDescription(
                indexName: index.indexName,
                keySchema: index.keySchema,
                projection: index.projection,
                provisionedThroughput: units
            )
        }

        let copy = CreateTableInput("Copy", like: source, tags: [])

        var expected = made
        expected.tableName = "Copy"
        expected.localSecondaryIndexes = nil
        expected.billingMode = .provisioned
        expected.provisionedThroughput = ProvisionedThroughput(readCapacityUnits: 3, writeCapacityUnits: 2)
        expected.globalSecondaryIndexes?[0].provisionedThroughput = expected.provisionedThroughput
        #expect(copy == expected)
    }

    @Test(arguments: [(StreamView.keysOnly, Apus.StreamViewType.keysOnly), (.newAndOldImages, .newAndOldImages)])
    func `stream views have the names of the API`(view: StreamView, type: Apus.StreamViewType) {
        #expect(view.type == type)
    }
}

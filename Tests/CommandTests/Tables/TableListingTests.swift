// Tables in words.

import Apus
import ApusModel
import Testing

@testable import ApusCommand

struct TableListingTests {
    @Test func `a table is told with its indexes`() {
        var table = TableDescription()
        table.tableName = "Films"
        table.tableStatus = .active
        table.itemCount = 2
        table.tableSizeBytes = 101
        table.keySchema = [KeySchemaElement(attributeName: "title", keyType: .hash)]
        table.attributeDefinitions = [
            AttributeDefinition(attributeName: "title", attributeType: .s),
            AttributeDefinition(attributeName: "year", attributeType: .n),
        ]
        table.provisionedThroughput = ProvisionedThroughputDescription(readCapacityUnits: 10, writeCapacityUnits: 5)
        table.globalSecondaryIndexes = [
            GlobalSecondaryIndexDescription(
                indexName: "byYear",
                keySchema: [KeySchemaElement(attributeName: "year", keyType: .hash)],
                projection: Projection(projectionType: .include, nonKeyAttributes: ["plot"]),
                indexStatus: .active,
                itemCount: 1
            )
        ]

        #expect(
            TableListing.lines(of: table) == [
                "table       Films",
                "status      ACTIVE",
                "key         title:S",
                "items       about 2",
                "size        about 101 bytes",
                "throughput  10 read units, 5 write units",
                "",
                "index   kind    key     holds       status  items",
                "byYear  global  year:N  keys, plot  ACTIVE      1",
            ]
        )
    }
}

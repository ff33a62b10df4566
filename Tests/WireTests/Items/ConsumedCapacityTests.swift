// How answers tell the capacity that a request used.

import ApusModel
import Testing

@testable import ApusWire

struct ConsumedCapacityTests {
    @Test(
        arguments: [
            (nil, #"{"TableName":"Cats","CapacityUnits":3.5}"#),
            (
                ConsumedCapacity.Split(table: 3.5),
                #"{"TableName":"Cats","CapacityUnits":3.5,"Table":{"CapacityUnits":3.5}}"#
            ),
            (
                ConsumedCapacity.Split(table: 1, localIndexes: [("byAge", 0.5)], globalIndexes: [("byOwner", 2)]),
                #"{"TableName":"Cats","CapacityUnits":3.5,"Table":{"CapacityUnits":1.0},"#
                    + #""LocalSecondaryIndexes":{"byAge":{"CapacityUnits":0.5}},"#
                    + #""GlobalSecondaryIndexes":{"byOwner":{"CapacityUnits":2.0}}}"#
            ),
            (
                ConsumedCapacity.Split(table: 0, globalIndexes: [("byOwner", 3.5)]),
                #"{"TableName":"Cats","CapacityUnits":3.5,"GlobalSecondaryIndexes":{"byOwner":{"CapacityUnits":3.5}}}"#
            ),
        ] as [(ConsumedCapacity.Split?, String)]
    )
    func `a part that used nothing is left out`(split: ConsumedCapacity.Split?, json: String) {
        let capacity = ConsumedCapacity(tableName: "Cats", capacityUnits: 3.5, split: split)

        #expect(written { capacity.write(to: &$0) } == json)
    }

    @Test func `a batch tells a list, one element for each table`() {
        let response = BatchWriteItemResponse(consumedCapacity: [
            ConsumedCapacity(tableName: "Cats", capacityUnits: 1),
            ConsumedCapacity(tableName: "Dogs", capacityUnits: 2),
        ])

        #expect(
            response.json
                == #"{"UnprocessedItems":{},"ConsumedCapacity":[{"TableName":"Cats","CapacityUnits":1.0},"#
                + #"{"TableName":"Dogs","CapacityUnits":2.0}]}"#
        )
    }

    @Test func `a collection lies between two whole gigabytes`() {
        let metrics = ItemCollectionMetrics(key: ["id": "tom"], bytes: 3 << 30)

        #expect(
            written { metrics.write(to: &$0) }
                == #"{"ItemCollectionKey":{"id":{"S":"tom"}},"SizeEstimateRangeGB":[3.0,4.0]}"#
        )
    }
}

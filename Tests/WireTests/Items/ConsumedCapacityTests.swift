// Capacity as answers tell it.

import Testing

@testable import ApusWire

struct ConsumedCapacityTests {
    @Test(
        arguments: [
            (ConsumedCapacity(tableName: "Cats", capacityUnits: 3), #"{"TableName":"Cats","CapacityUnits":3.0}"#),
            (
                ConsumedCapacity(tableName: "Cats", capacityUnits: 0.5, table: 0.5),
                #"{"TableName":"Cats","CapacityUnits":0.5,"Table":{"CapacityUnits":0.5}}"#
            ),
        ] as [(ConsumedCapacity, String)]
    )
    func `the table's own part is told only where it was asked for`(capacity: ConsumedCapacity, json: String) {
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
}

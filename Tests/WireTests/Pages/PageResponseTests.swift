// Pages as answers.

import ApusModel
import Testing

@testable import ApusWire

struct PageResponseTests {
    @Test func `a page that ended at a limit tells where`() {
        let response = PageResponse(
            items: Array(#"[{"id":{"S":"a"}}]"#.utf8),
            count: 1,
            scannedCount: 2,
            lastEvaluatedKey: ["id": "b"],
            consumedCapacity: ConsumedCapacity(tableName: "Cats", capacityUnits: 0.5)
        )

        #expect(
            response.json
                == #"{"Items":[{"id":{"S":"a"}}],"Count":1,"ScannedCount":2,"LastEvaluatedKey":{"id":{"S":"b"}},"#
                + #""ConsumedCapacity":{"TableName":"Cats","CapacityUnits":0.5}}"#
        )
    }

    @Test func `a page of counts has no items`() {
        let response = PageResponse(items: nil, count: 3, scannedCount: 4, lastEvaluatedKey: nil, consumedCapacity: nil)

        #expect(response.json == #"{"Count":3,"ScannedCount":4}"#)
    }
}

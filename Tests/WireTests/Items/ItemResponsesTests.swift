// The answers about one item.

import ApusModel
import Testing

@testable import ApusWire

struct ItemResponsesTests {
    private static let capacity = ConsumedCapacity(tableName: "Cats", capacityUnits: 0.5)

    @Test func `a get that finds nothing is answered by an empty object`() {
        #expect(GetItemResponse().json == "{}")
    }

    @Test func `a get answers the item and what it used`() {
        let response = GetItemResponse(item: Array(#"{"id":{"S":"a"}}"#.utf8), consumedCapacity: Self.capacity)

        #expect(
            response.json == #"{"Item":{"id":{"S":"a"}},"ConsumedCapacity":{"TableName":"Cats","CapacityUnits":0.5}}"#
        )
    }

    @Test func `a write answers attributes only where there are some`() {
        #expect(WriteItemResponse().json == "{}")
        #expect(WriteItemResponse(attributes: ["id": "a"]).json == #"{"Attributes":{"id":{"S":"a"}}}"#)
    }
}

// Conditions and updates on inputs.

import ApusModel
import Testing

@testable import Apus

struct ConditionalWriteTests {
    @Test func `a write gets its condition, and loses what it had`() throws {
        let first = try PutItemInput(tableName: "films", item: ["id": "x"]).with(condition: path("stock") > 5)

        let second = try first.with(condition: path("id").doesNotExist)

        #expect(first.conditionExpression == "#0 > :0")
        #expect(first.expressionAttributeValues == [":0": 5])
        #expect(second.conditionExpression == "attribute_not_exists(#0)")
        #expect(second.expressionAttributeNames == ["#0": "id"])
        #expect(second.expressionAttributeValues == nil)
        #expect(try second.with(condition: nil) == PutItemInput(tableName: "films", item: ["id": "x"]))
    }

    @Test func `an update and its condition share their placeholders`() throws {
        let input = try UpdateItemInput(tableName: "films", key: ["id": "x"])
            .with(update: UpdateExpression().add(1, to: "stock"), condition: path("stock") >= 1)

        #expect(input.updateExpression == "ADD #0 :0")
        #expect(input.conditionExpression == "#0 >= :0")
        #expect(input.expressionAttributeNames == ["#0": "stock"])
    }
}

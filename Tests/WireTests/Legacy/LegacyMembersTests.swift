// What the legacy parameters hold, and what is refused of them.

import ApusModel
import Testing

@testable import ApusWire

struct LegacyMembersTests {
    @Test func `what is expected comes by attribute, in order`() throws {
        let request = try PutItemRequest.decode(
            #"""
            {"TableName":"Cats","Item":{},"ConditionalOperator":"OR","Expected":{
             "b":{"Value":{"N":"1"},"Exists":true},
             "a":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"S":"x"},{"S":"y"}],"Value":null,"Other":1}}}
            """#
        )

        let members = try #require(request.options.legacy.given)
        let expected = try #require(members.expected)
        #expect(expected.map(\.attributeName) == ["b", "a"])
        #expect(expected[0].value.value?.value == 1)
        #expect(expected[0].value.exists == true)
        #expect(expected[0].value.comparisonOperator == nil)
        #expect(expected[1].value.comparisonOperator?.value == .between)
        #expect(expected[1].value.attributeValueList?.map(\.value) == ["x", "y"])
        #expect(expected[1].value.value == nil)
        #expect(expected[1].value.exists == nil)
        #expect(members.conditionalOperator?.value == .or)
    }

    @Test func `an update has an action and a value`() throws {
        let request = try UpdateItemRequest.decode(
            #"""
            {"TableName":"Cats","Key":{},"AttributeUpdates":{
             "a":{"Value":{"N":"1"},"Action":"ADD"},"b":{"Action":"DELETE"},"c":{"Value":{"S":"x"}}}}
            """#
        )

        let updates = try #require(request.options.legacy.given?.attributeUpdates)
        #expect(updates.map(\.attributeName) == ["a", "b", "c"])
        #expect(updates.map(\.update.action?.value) == [.add, .delete, nil])
        #expect(updates.map(\.update.value?.value) == [1, nil, "x"])
    }

    @Test func `a page has conditions on keys and on what it filters by`() throws {
        let condition = #"{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"x"}]}"#
        let query = try QueryRequest.decode(
            "{\"TableName\":\"Cats\",\"KeyConditions\":{\"k\":\(condition)},\"QueryFilter\":{\"q\":\(condition)}}"
        )
        let scan = try ScanRequest.decode(
            #"{"TableName":"Cats","ScanFilter":{"s":{"ComparisonOperator":"NULL"}},"AttributesToGet":["b","a"]}"#
        )

        let keys = try #require(query.options.legacy.given?.keyConditions)
        #expect(keys.map(\.attributeName) == ["k"])
        #expect(keys[0].condition.comparisonOperator?.value == .equal)
        #expect(keys[0].condition.attributeValueList?.map(\.value) == ["x"])
        #expect(query.options.legacy.given?.queryFilter?.map(\.attributeName) == ["q"])
        let filter = try #require(scan.options.legacy.given?.scanFilter)
        #expect(filter[0].condition.comparisonOperator?.value == .isAbsent)
        #expect(filter[0].condition.attributeValueList == nil)
        #expect(scan.options.legacy.given?.attributesToGet == ["b", "a"])
    }

    @Test func `keys that were not read keep the attributes to get`() throws {
        let wanted = #"{"Keys":[{"id":{"S":"a"}}],"AttributesToGet":["b","a"]}"#
        let request = try BatchGetItemRequest.decode("{\"RequestItems\":{\"Cats\":\(wanted)}}")

        let answer = BatchGetItemResponse(
            responses: [],
            unprocessedKeys: request.requestItems ?? [],
            consumedCapacity: nil
        )

        #expect(answer.json == "{\"Responses\":{},\"UnprocessedKeys\":{\"Cats\":\(wanted)}}")
    }

    @Test func `a faulty value waits until it is due`() throws {
        let request = try PutItemRequest.decode(
            #"{"TableName":"Cats","Item":{},"Expected":{"a":{"Value":{"SS":[]}}}}"#
        )

        let value = try #require(request.options.legacy.given?.expected?.first?.value.value)
        #expect(throws: ServiceError.invalidParameter("An string set  may not be empty")) { try value.checked() }
    }

    private static let comparisons = """
        Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, \
        GE, CONTAINS]
        """
    private static let longName = String(repeating: "x", count: 65_536)

    @Test(
        arguments: [
            (
                #""KeyConditions":{"a":{"ComparisonOperator":"eq"}}"#,
                "'eq' at 'keyConditions.a.member.comparisonOperator'", comparisons
            ),
            (
                #""QueryFilter":{"a":{}}"#, "null at 'queryFilter.a.member.comparisonOperator'",
                "Member must not be null"
            ),
            (
                #""KeyConditions":{"b":{"ComparisonOperator":null}}"#,
                "null at 'keyConditions.b.member.comparisonOperator'", "Member must not be null"
            ),
            (
                #""ConditionalOperator":"XOR""#, "'XOR' at 'conditionalOperator'",
                "Member must satisfy enum value set: [OR, AND]"
            ),
            (
                #""AttributesToGet":[]"#, "'[]' at 'attributesToGet'",
                "Member must have length greater than or equal to 1"
            ),
        ] as [(String, String, String)]
    )
    func `a query that breaks a constraint is refused`(members: String, place: String, constraint: String) {
        #expect(throws: Self.refusal(place, constraint)) {
            try QueryRequest.decode("{\"TableName\":\"Cats\",\(members)}")
        }
    }

    @Test(
        arguments: [
            (
                #""Expected":{"a":{"ComparisonOperator":"IS"}}"#, "'IS' at 'expected.a.member.comparisonOperator'",
                comparisons
            ),
            (
                #""AttributeUpdates":{"a":{"Action":"SET"}}"#, "'SET' at 'attributeUpdates.a.member.action'",
                "Member must satisfy enum value set: [ADD, DELETE, PUT]"
            ),
        ] as [(String, String, String)]
    )
    func `an update that breaks a constraint is refused`(members: String, place: String, constraint: String) {
        #expect(throws: Self.refusal(place, constraint)) {
            try UpdateItemRequest.decode("{\"TableName\":\"Cats\",\"Key\":{},\(members)}")
        }
    }

    @Test func `other constraints are told with where they are broken`() {
        let length = "Member must have length less than or equal to 65535"
        let shown = Self.longName.prefix(8_192)

        #expect(throws: Self.refusal("null at 'scanFilter.a.member.comparisonOperator'", "Member must not be null")) {
            try ScanRequest.decode(#"{"TableName":"Cats","ScanFilter":{"a":{}}}"#)
        }
        #expect(
            throws: Self.refusal(
                "'[]' at 'requestItems.Cats.member.attributesToGet'",
                "Member must have length greater than or equal to 1"
            )
        ) {
            try BatchGetItemRequest.decode(#"{"RequestItems":{"Cats":{"Keys":[{}],"AttributesToGet":[]}}}"#)
        }
        #expect(throws: Self.refusal("'\(shown)' at 'attributesToGet.2.member'", length)) {
            try GetItemRequest.decode(
                "{\"TableName\":\"Cats\",\"Key\":{},\"AttributesToGet\":[\"a\",\"\(Self.longName)\"]}"
            )
        }
        #expect(
            throws: Self.refusal(
                "'{\(shown.dropLast())' at 'expected'",
                "Map keys must satisfy constraint: [\(length)]"
            )
        ) {
            try PutItemRequest.decode("{\"TableName\":\"Cats\",\"Item\":{},\"Expected\":{\"\(Self.longName)\":{}}}")
        }
    }

    private static func refusal(_ place: String, _ constraint: String) -> ServiceError {
        .validation("1 validation error detected: Value \(place) failed to satisfy constraint: \(constraint)")
    }

    @Test(
        arguments: [
            (
                #""Expected":[]"#,
                "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>"
            ),
            (#""Expected":"a""#, "Unexpected field type"),
            (
                #""Expected":{"a":[]}"#,
                "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.ExpectedAttributeValue"
            ),
            (#""Expected":{"a":null}"#, "Unexpected field type"),
            (#""Expected":{"a":{"Value":"x"}}"#, "Unexpected field type"),
            (#""Expected":{"a":{"Exists":"maybe"}}"#, "Unexpected token received from parser"),
            (#""Expected":{"a":{"ComparisonOperator":1}}"#, "NUMBER_VALUE cannot be converted to String"),
            (
                #""Expected":{"a":{"AttributeValueList":{"S":"a"}}}"#,
                "Start of structure or map found where not expected"
            ),
            (#""Expected":{"a":{"AttributeValueList":["a"]}}"#, "Unexpected field type"),
            (
                #""AttributeUpdates":{"a":[]}"#,
                "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValueUpdate"
            ),
            (#""AttributeUpdates":{"a":{"Action":true}}"#, "TRUE_VALUE cannot be converted to String"),
            (#""ConditionalOperator":{}"#, "Start of structure or map found where not expected"),
            (#""Expected":{"a":{},"a":{}}"#, nil),
        ] as [(String, String?)]
    )
    func `a member of the wrong type is a serialization fault`(members: String, message: String?) {
        #expect(throws: ServiceError.serialization(message)) {
            try UpdateItemRequest.decode("{\"TableName\":\"Cats\",\"Key\":{},\(members)}")
        }
    }

    @Test(
        arguments: [
            (#""AttributesToGet":"a""#, "Unrecognized collection type class java.lang.String"),
            (#""AttributesToGet":[1]"#, "NUMBER_VALUE cannot be converted to String"),
            (#""AttributesToGet":[null]"#, nil),
            (
                #""QueryFilter":{"a":[]}"#,
                "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.Condition"
            ),
        ] as [(String, String?)]
    )
    func `a member of a query of the wrong type is a serialization fault`(members: String, message: String?) {
        #expect(throws: ServiceError.serialization(message)) {
            try QueryRequest.decode("{\"TableName\":\"Cats\",\(members)}")
        }
    }
}

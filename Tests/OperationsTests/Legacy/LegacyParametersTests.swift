// The legacy parameters, from request to answer.

import ApusModel
import ApusWire
import Testing

@testable import ApusOperations

struct LegacyParametersTests {
    private static let tom = #""TableName":"Cats","Key":{"id":{"S":"tom"}}"#

    @Test func `an update changes, and an expectation guards`() async throws {
        let service = try await TestService.withTables()

        let created = try await service.call(
            .updateItem,
            #"{\#(Self.tom),"AttributeUpdates":{"n":{"Action":"ADD","Value":{"N":"2"}},"l":{"Action":"ADD","Value":{"L":[{"S":"x"}]}}},"ReturnValues":"ALL_NEW"}"#
        )
        let changed = try await service.call(
            .updateItem,
            #"""
            {\#(Self.tom),"AttributeUpdates":{"n":{"Action":"ADD","Value":{"N":"3"}},"l":{"Action":"ADD","Value":{"L":[{"S":"y"}]}}},
             "Expected":{"n":{"Value":{"N":"2"}},"gone":{"Exists":false}},"ReturnValues":"UPDATED_NEW"}
            """#
        )
        let refusal = await service.refusal(
            .updateItem,
            #"{\#(Self.tom),"AttributeUpdates":{"n":{"Value":{"N":"0"}}},"Expected":{"n":{"Value":{"N":"2"}}}}"#
        )
        let mismatch = await service.refusal(
            .updateItem,
            #"{\#(Self.tom),"AttributeUpdates":{"n":{"Action":"DELETE","Value":{"SS":["a"]}}}}"#
        )
        let either = try await service.call(
            .updateItem,
            #"""
            {\#(Self.tom),"AttributeUpdates":{"n":{"Action":"DELETE"}},"ConditionalOperator":"OR","ReturnValues":"ALL_NEW",
             "Expected":{"n":{"Value":{"N":"9"}},"gone":{"ComparisonOperator":"NULL"}}}
            """#
        )

        #expect(created == #"{"Attributes":{"id":{"S":"tom"},"l":{"L":[{"S":"x"}]},"n":{"N":"2"}}}"#)
        #expect(changed == #"{"Attributes":{"l":{"L":[{"S":"x"},{"S":"y"}]},"n":{"N":"5"}}}"#)
        #expect(refusal == "The conditional request failed")
        #expect(mismatch == "Type mismatch for attribute to update")
        #expect(either == #"{"Attributes":{"id":{"S":"tom"},"l":{"L":[{"S":"x"},{"S":"y"}]}}}"#)
    }

    @Test func `removing alone creates nothing, and no update creates the key`() async throws {
        let service = try await TestService.withTables()

        try await service.call(.updateItem, #"{\#(Self.tom),"AttributeUpdates":{"a":{"Action":"DELETE"}}}"#)
        let before = try await service.call(.getItem, "{\(Self.tom)}")
        try await service.call(.updateItem, #"{\#(Self.tom),"AttributeUpdates":{},"Expected":{}}"#)
        let after = try await service.call(.getItem, "{\(Self.tom)}")

        #expect(before == "{}")
        #expect(after == #"{"Item":{"id":{"S":"tom"}}}"#)
    }

    @Test func `pages are chosen, filtered and cut down`() async throws {
        let service = try await TestService.withTables()
        for at in 1...4 {
            try await service.call(
                .putItem,
                #"{"TableName":"Visits","Item":{"id":{"S":"a"},"at":{"N":"\#(at)"},"k":{"S":"k\#(at)"}},"Expected":{"id":{"Exists":false}}}"#
            )
        }
        let keys =
            #""KeyConditions":{"id":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]},"at":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"1"}]}}"#

        let query = try await service.call(
            .query,
            #"{"TableName":"Visits",\#(keys),"QueryFilter":{"k":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"k3"}]}},"AttributesToGet":["at"],"Select":"SPECIFIC_ATTRIBUTES"}"#
        )
        let mixed = try await service.call(
            .query,
            #"{"TableName":"Visits",\#(keys),"FilterExpression":"k = :k","ExpressionAttributeValues":{":k":{"S":"k4"}},"Select":"COUNT"}"#
        )
        let scan = try await service.call(
            .scan,
            #"{"TableName":"Visits","ScanFilter":{"at":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"2"},{"N":"3"}]}},"AttributesToGet":["k"]}"#
        )
        let batch = try await service.call(
            .batchGetItem,
            #"{"RequestItems":{"Visits":{"Keys":[{"id":{"S":"a"},"at":{"N":"2"}}],"AttributesToGet":["k","gone"]}}}"#
        )

        #expect(query == #"{"Items":[{"at":{"N":"2"}},{"at":{"N":"4"}}],"Count":2,"ScannedCount":3}"#)
        #expect(mixed == #"{"Count":1,"ScannedCount":3}"#)
        #expect(scan == #"{"Items":[{"k":{"S":"k2"}},{"k":{"S":"k3"}}],"Count":2,"ScannedCount":4}"#)
        #expect(batch == #"{"Responses":{"Visits":[{"k":{"S":"k2"}}]},"UnprocessedKeys":{}}"#)
    }

    private static let one = #"{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}"#
    private static let mixing =
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "

    @Test(
        arguments: [
            (
                #""QueryFilter":{},"KeyConditionExpression":"id = :a""#,
                mixing + "{QueryFilter} Expression parameters: {KeyConditionExpression}"
            ),
            (
                #""KeyConditions":{},"AttributesToGet":["a"],"ProjectionExpression":"a""#,
                mixing + "{AttributesToGet} Expression parameters: {ProjectionExpression}"
            ),
            (
                #""KeyConditions":{},"KeyConditionExpression":"id = :a","FilterExpression":"a""#,
                mixing + "{KeyConditions} Expression parameters: {FilterExpression, KeyConditionExpression}"
            ),
            (
                ##""KeyConditions":{"id":\##(one)},"ExpressionAttributeNames":{"#a":"a"}"##,
                "ExpressionAttributeNames can only be specified when using expressions"
            ),
            (
                #""QueryFilter":{"k":\#(one)}"#,
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
            ),
            (
                #""KeyConditions":{"id":\#(one)},"ConditionalOperator":"AND""#,
                "ConditionalOperator cannot be used without Filter or Expected"
            ),
            (#""KeyConditions":{}"#, "Conditions can be of length 1 or 2 only"),
            (
                #""KeyConditions":{"id":\#(one)},"QueryFilter":{"at":\#(one)}"#,
                "QueryFilter can only contain non-primary key attributes: Primary key attribute: at"
            ),
            (
                #""KeyConditions":{"id":\#(one)},"AttributesToGet":["a"],"Select":"ALL_ATTRIBUTES""#,
                "Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES"
            ),
            (
                #""KeyConditions":{"id":\#(one)},"AttributesToGet":["a","a"]"#,
                "One or more parameter values were invalid: Duplicate value in attribute name: a"
            ),
            (
                #""KeyConditions":{"id":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"a"}]}}"#,
                "Attempted conditional constraint is not an indexable operation"
            ),
            (
                #""KeyConditions":{"id":{"ComparisonOperator":"EQ","AttributeValueList":[{"SS":[]}]}}"#,
                "One or more parameter values were invalid: An string set  may not be empty"
            ),
        ] as [(String, String)]
    )
    func `a query is refused`(members: String, message: String) async throws {
        let service = try await TestService.withTables()

        let refusal = await service.refusal(.query, "{\"TableName\":\"Visits\",\(members)}")

        #expect(refusal == message)
    }

    @Test(
        arguments: [
            (
                #""AttributeUpdates":{},"ConditionExpression":"a""#,
                mixing + "{AttributeUpdates} Expression parameters: {ConditionExpression}"
            ),
            (
                #""Expected":{},"ConditionalOperator":"OR","UpdateExpression":"a","ConditionExpression":"a""#,
                mixing
                    + "{Expected, ConditionalOperator} Expression parameters: {UpdateExpression, ConditionExpression}"
            ),
            (
                #""AttributeUpdates":{"id":{"Value":{"S":"a"}}}"#,
                "One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key"
            ),
            (
                #""Expected":{"a":{}}"#,
                "One or more parameter values were invalid: Value must be provided when Exists is null for Attribute: a"
            ),
        ] as [(String, String)]
    )
    func `an update is refused`(members: String, message: String) async throws {
        let service = try await TestService.withTables()

        let refusal = await service.refusal(.updateItem, "{\(Self.tom),\(members)}")

        #expect(refusal == message)
    }
}

extension TestService {
    /// The words of the refusal; nil where the operation succeeds.
    fileprivate func refusal(_ operation: OperationName, _ body: String) async -> String? {
        do {
            try await call(operation, body)
            return nil
        } catch {
            return (error as? ServiceError)?.message ?? "\(error)"
        }
    }

    @Test(
        arguments: [
            (.getItem, "AttributesToGet", #""Key":{"id":{"S":"a"}},"AttributesToGet":[<entries>]"#, #""a<n>""#),
            (.updateItem, "AttributeUpdates", #""Key":{"id":{"S":"a"}},"AttributeUpdates":{<entries>}"#, #""a<n>":{}"#),
            (.deleteItem, "Expected", #""Key":{"id":{"S":"a"}},"Expected":{<entries>}"#, #""a<n>":{}"#),
            (.scan, "ScanFilter", #""ScanFilter":{<entries>}"#, #""a<n>":{"ComparisonOperator":"NULL"}"#),
        ] as [(OperationName, String, String, String)]
    )
    func `a parameter has no more entries than can be worked through at once`(
        operation: OperationName,
        parameter: String,
        members: String,
        entry: String
    ) async throws {
        let service = try await TestService.withTables()
        let entries = (0...2_000).map { entry.replacing("<n>", with: "\($0)") }.joined(separator: ",")
        let body = #"{"TableName":"Cats",\#(members.replacing("<entries>", with: entries))}"#

        await #expect(throws: ServiceError.validation("\(parameter) has too many entries: 2001")) {
            try await service.call(operation, body)
        }
    }
}

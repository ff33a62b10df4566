// Which of several faults in one request is told.

import ApusModel
import ApusWire
import Testing

struct CheckOrderTests {
    /// The faults of a request and the error that tells the first; each is told once those above it are mended.
    private static let put: [(members: String, error: ServiceError)] = [
        (
            #""TableName":1,"ReturnValues":"x""#,
            .serialization("NUMBER_VALUE cannot be converted to String")
        ),
        (
            #""TableName":"None","ReturnValues":"x","ExpressionAttributeNames":{},"Item":{"a":{"S":"b"}}"#,
            .validation(
                "1 validation error detected: Value 'x' at 'returnValues' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"
            )
        ),
        (
            ##""TableName":"None","Expected":{},"ConditionExpression":"!","Item":{"a":{"SS":[]}}"##,
            .validation(
                "Can not use both expression and non-expression parameters in the same request: "
                    + "Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}"
            )
        ),
        (
            ##""TableName":"None","ExpressionAttributeNames":{"#a":"b"},"Item":{"a":{"SS":[]}}"##,
            .validation("ExpressionAttributeNames can only be specified when using expressions")
        ),
        (
            #""TableName":"None","ConditionExpression":"!","ReturnValues":"ALL_NEW","Item":{"a":{"SS":[]}}"#,
            .validation("One or more parameter values were invalid: An string set  may not be empty")
        ),
        (
            #""TableName":"None","ConditionExpression":"!","ReturnValues":"ALL_NEW","Item":{"a":{"S":"x"}}"#,
            .validation("ReturnValues can only be ALL_OLD or NONE")
        ),
        (
            ##""TableName":"None","ConditionExpression":"attribute_exists(id)","ExpressionAttributeNames":{"#a":"b"},"Item":{"a":{"S":"x"}}"##,
            .validation("Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}")
        ),
        (
            #""TableName":"None","ConditionExpression":"attribute_exists(id)","Item":{"a":{"S":"x"}}"#,
            ServiceError(.resourceNotFound, "Requested resource not found")
        ),
        (
            #""TableName":"Cats","ConditionExpression":"attribute_exists(id)","Item":{"a":{"S":"x"}}"#,
            .validation("One or more parameter values were invalid: Missing the key id in the item")
        ),
        (
            "\"TableName\":\"Cats\",\"ConditionExpression\":\"attribute_exists(id)\","
                + "\"Item\":{\"id\":{\"S\":\"x\"},\"a\":{\"S\":\"\(String(repeating: "x", count: 409_600))\"}}",
            .validation("Item size has exceeded the maximum allowed size")
        ),
        (
            #""TableName":"Cats","ConditionExpression":"attribute_exists(id)","Item":{"id":{"S":"x"}}"#,
            ServiceError(.conditionalCheckFailed, "The conditional request failed")
        ),
    ]

    @Test(arguments: put.indices)
    func `the fault that is checked for first is told`(index: Int) async throws {
        let service = try await TestService.withTables()
        let (members, error) = Self.put[index]

        await #expect(throws: error) { try await service.call(.putItem, "{\(members)}") }
    }

    @Test(
        arguments: [
            (.getItem, #""Key":{"a":{"N":"x"}}"#, "The parameter cannot be converted to a numeric value: x"),
            (.getItem, #""Key":{"a":{"N":"1"}}"#, "Requested resource not found"),
            (
                .query, #""Limit":1"#,
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
            ),
            (
                .query, #""KeyConditionExpression":"id = :a","ExpressionAttributeValues":{":a":{"S":"x"}}"#,
                "Requested resource not found"
            ),
            (
                .scan, #""Segment":1"#,
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"
            ),
            (.scan, #""Segment":0,"TotalSegments":1"#, "Requested resource not found"),
            (.updateItem, #""Key":{"a":{"S":"x"}},"UpdateExpression":"SET id = id""#, "Requested resource not found"),
        ] as [(OperationName, String, String)]
    )
    func `a table is looked up once the request is sound`(
        operation: OperationName,
        members: String,
        message: String
    ) async throws {
        let service = try await TestService.withTables()

        let error = await #expect(throws: ServiceError.self) {
            try await service.call(operation, "{\"TableName\":\"None\",\(members)}")
        }

        #expect(error?.message == message)
    }
}

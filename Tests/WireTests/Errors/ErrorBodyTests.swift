// Refusals as bodies of answers, and back.

import ApusModel
import Testing

@testable import ApusWire

struct ErrorBodyTests {
    @Test(
        arguments: [
            (.validation, "com.amazon.coral.validate#ValidationException", "message"),
            (.serialization, "com.amazon.coral.service#SerializationException", "Message"),
            (.accessDenied, "com.amazon.coral.service#AccessDeniedException", "Message"),
            (.unrecognizedClient, "com.amazon.coral.service#UnrecognizedClientException", "message"),
            (.incompleteSignature, "com.amazon.coral.service#IncompleteSignatureException", "message"),
            (.invalidSignature, "com.amazon.coral.service#InvalidSignatureException", "message"),
            (.missingAuthenticationToken, "com.amazon.coral.service#MissingAuthenticationTokenException", "message"),
            (.expiredToken, "com.amazon.coral.service#ExpiredTokenException", "message"),
            (.conditionalCheckFailed, "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", "message"),
            (.resourceNotFound, "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message"),
            (.tableNotFound, "com.amazonaws.dynamodb.v20120810#TableNotFoundException", "message"),
            (.resourceInUse, "com.amazonaws.dynamodb.v20120810#ResourceInUseException", "message"),
            (.limitExceeded, "com.amazonaws.dynamodb.v20120810#LimitExceededException", "message"),
            (
                .provisionedThroughputExceeded,
                "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", "message"
            ),
            (.internalServerError, "com.amazonaws.dynamodb.v20120810#InternalServerError", "message"),
        ] as [(ServiceError.Code, String, String)]
    )
    func `a code has the name space and the text member of the service`(
        code: ServiceError.Code,
        type: String,
        member: String
    ) {
        #expect(ServiceError(code, "why").body().text == "{\"__type\":\"\(type)\",\"\(member)\":\"why\"}")
    }

    @Test func `a refusal without a text has none`() {
        #expect(
            ServiceError(.unknownOperation, nil).body().text
                == #"{"__type":"com.amazon.coral.service#UnknownOperationException"}"#
        )
        #expect(
            ServiceError.serialization(nil).body().text
                == #"{"__type":"com.amazon.coral.service#SerializationException"}"#
        )
    }

    @Test func `the item that failed a condition is told`() {
        let error = ServiceError(.conditionalCheckFailed, "The conditional request failed", item: ["id": "tom"])

        #expect(
            error.body().text
                == #"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","#
                + #""message":"The conditional request failed","Item":{"id":{"S":"tom"}}}"#
        )
    }

    @Test(arguments: ServiceError.Code.allCases)
    func `a client reads what the server has written`(code: ServiceError.Code) {
        for error in [
            ServiceError(code, "a \"reason\""), ServiceError(code, nil), ServiceError(code, "", item: ["a": 1]),
        ] {
            #expect(error.body().withUnsafeBytes { ServiceError(body: $0) } == error)
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "<html>", #"{"message":"x"}"#, #"{"__type":"a#Unknown"}"#, #"{"__type":1}"#,
        #"{"__type":null}"#, #"{"__type":""}"#,
    ])
    func `a body that holds no known refusal is none`(body: String) {
        #expect(Array(body.utf8).withUnsafeBytes { ServiceError(body: $0) } == nil)
    }

    @Test(arguments: ServiceError.Code.allCases)
    func `what the client did is 400`(code: ServiceError.Code) {
        let expected = [.internalServerError: 500, .serviceUnavailable: 503] as [ServiceError.Code: Int]

        #expect(ServiceError(code, nil).httpStatus == expected[code] ?? 400)
    }
}

// What kinds of failure there are.

import ApusModel
import Testing

@testable import Apus

struct CallErrorTests {
    @Test(arguments: [
        "BandwidthLimitExceeded", "EC2ThrottledException", "LimitExceededException", "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled",
        "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException",
        "TooManyRequestsException", "TransactionInProgressException",
    ])
    func `these codes ask for fewer calls`(code: String) {
        #expect(error(code).kind == .throttling)
    }

    @Test(arguments: [
        "InternalError", "InternalServerError", "ReplicatedWriteConflictException", "RequestTimeout",
        "RequestTimeoutException", "ServiceUnavailable",
    ])
    func `these codes pass`(code: String) {
        #expect(error(code).kind == .passing)
    }

    @Test(arguments: [
        ("AccessDeniedException", CallError.Kind.lasting), ("ConditionalCheckFailedException", .lasting),
        ("IdempotentParameterMismatchException", .lasting), ("ItemCollectionSizeLimitExceededException", .content),
        ("ResourceInUseException", .lasting), ("ResourceNotFoundException", .lasting),
        ("SerializationException", .content), ("TransactionCanceledException", .lasting),
        ("TransactionConflictException", .lasting), ("ValidationException", .content),
        ("NobodyKnowsThisException", .lasting),
    ])
    func `these codes come again`(code: String, kind: CallError.Kind) {
        #expect(error(code).kind == kind)
    }

    @Test(arguments: [
        (400, CallError.Kind.lasting), (403, .lasting), (404, .lasting), (413, .content), (429, .throttling),
        (500, .passing), (501, .lasting), (502, .passing), (503, .passing), (504, .passing), (505, .lasting),
        (509, .throttling),
    ])
    func `without a code the status decides`(status: Int, kind: CallError.Kind) {
        #expect(CallError.refused(Refusal(ClientAnswer(status: status, body: []))).kind == kind)
    }

    @Test(arguments: [
        ("InvalidSignatureException", "Signature expired: 1 is now earlier than 2", CallError.Kind.clock),
        ("InvalidSignatureException", "Signature not yet current: 2 is still later than 1", .clock),
        ("InvalidSignatureException", "The request signature we calculated does not match", .lasting),
        ("RequestExpired", "", .clock), ("RequestInTheFuture", "", .clock), ("RequestTimeTooSkewed", "", .clock),
    ])
    func `a wrong time is told from a wrong signature`(code: String, message: String, kind: CallError.Kind) {
        #expect(error(code, message).kind == kind)
    }

    private func error(_ code: String, _ message: String = "") -> CallError {
        let body = #"{"__type":"com.amazonaws.dynamodb.v20120810#\#(code)","message":"\#(message)"}"#
        return .refused(Refusal(ClientAnswer(status: 400, body: Array(body.utf8))))
    }
}

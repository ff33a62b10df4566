// What is read out of answers that say no.

import Testing

@testable import Apus

struct RefusalTests {
    private func refusal(_ body: String, status: Int = 400, headers: HeaderFields = [:]) -> Refusal {
        Refusal(ClientAnswer(status: status, headers: headers, body: Array(body.utf8)))
    }

    @Test func `a failed condition brings the item`() {
        let refusal = refusal(
            #"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","#
                + #""message":"The conditional request failed","Item":{"id":{"S":"tit"},"version":{"N":"7"}}}"#,
            headers: ["x-amzn-RequestId": "R1"]
        )

        #expect(refusal.code == .conditionalCheckFailed)
        #expect(refusal.item == ["id": "tit", "version": 7])
        #expect(refusal.requestID == "R1")
    }

    @Test func `a cancelled transaction brings a reason for each action`() {
        let refusal = refusal(
            #"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"cancelled","#
                + #""CancellationReasons":[{"Code":"None"},{"Code":"ConditionalCheckFailed","#
                + #""Message":"The conditional request failed","Item":{"id":{"S":"tit"}}}]}"#
        )

        #expect(refusal.code == .transactionCanceled)
        #expect(refusal.cancellationReasons.map(\.code) == ["None", "ConditionalCheckFailed"])
        #expect(refusal.cancellationReasons.last?.item == ["id": "tit"])
    }

    @Test(arguments: ["ThrottlingReasons", "throttlingReasons"])
    func `throttling tells what was used up`(member: String) {
        let refusal = refusal(
            #"{"__type":"aws#ThrottlingException","\#(member)":[{"reason":"TableWriteKeyRangeThroughputExceeded","#
                + #""resource":"arn:aws:dynamodb:us-east-1:123456789012:table/birds"}]}"#
        )

        #expect(refusal.throttlingReasons.map(\.reason) == ["TableWriteKeyRangeThroughputExceeded"])
    }

    @Test(arguments: ["", "<html>", "[1]", #"{"__type":"#])
    func `what is no refusal of the service leaves the status`(body: String) {
        let refusal = refusal(body, status: 502)

        #expect(refusal.code == nil)
        #expect(refusal.status == 502)
        #expect("\(refusal)" == "HTTP status 502")
    }
}

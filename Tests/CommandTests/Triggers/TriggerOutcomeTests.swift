// What the answers of functions mean.

import Apus
import Testing

@testable import ApusCommand

struct TriggerOutcomeTests {
    private func outcome(_ status: Int, _ body: String) -> TriggerOutcome {
        TriggerOutcome(ClientAnswer(status: status, body: Array(body.utf8)), to: ["101", "102", "103"])
    }

    @Test(arguments: [
        "", "null", "done", "[1]", "{}", #"{"batchItemFailures":[]}"#, #"{"batchItemFailures":null}"#,
        #"{"statusCode":500}"#,
    ])
    func `success without failures is delivery, whatever it says`(body: String) {
        #expect(outcome(200, body) == .delivered)
        #expect(outcome(204, body) == .delivered)
    }

    @Test(arguments: [199, 302, 400, 429, 500, 503])
    func `any other status is a failure`(status: Int) {
        #expect(outcome(status, "{}") == .failed("it answered with HTTP status \(status)"))
    }

    @Test(arguments: [(["103"], 2), (["102"], 1), (["103", "102"], 1), (["102", "102"], 1)])
    func `what stands ahead of all failures is delivered`(names: [String], count: Int) {
        let failures = names.map { #"{"itemIdentifier":"\#($0)"}"# }.joined(separator: ",")

        #expect(outcome(200, #"{"batchItemFailures":[\#(failures)]}"#) == .partlyDelivered(count))
    }

    @Test(arguments: [
        #"[{"itemIdentifier":"101"}]"#, #"[{"itemIdentifier":""}]"#, #"[{"itemIdentifier":null}]"#,
        #"[{"itemidentifier":"102"}]"#, #"[{"itemIdentifier":"7"}]"#, #"[{"itemIdentifier":103}]"#, #"["103"]"#,
        #"{"itemIdentifier":"103"}"#, #"[{"itemIdentifier":"102"},{"itemIdentifier":"7"}]"#,
    ])
    func `names that are none of the records fail all of them`(failures: String) {
        guard case .failed(let reason) = outcome(200, #"{"batchItemFailures":\#(failures)}"#) else {
            Issue.record("\(failures) is no failure")
            return
        }
        #expect(reason.contains("batchItemFailures"))
    }
}

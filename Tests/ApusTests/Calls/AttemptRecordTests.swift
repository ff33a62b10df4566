// The metrics of attempts.

import Logging
import Metrics
import Testing

@testable import Apus

struct AttemptRecordTests {
    @Test func `each attempt is timed under its operation and outcome`() {
        let factory = NotingMetrics()
        let record = AttemptRecord(logger: Logger(label: "test"), operation: "GetItem", metrics: factory)

        record.failure(.refused(Refusal(.throttling)), attempt: 1, time: .milliseconds(3))
        record.wait(.milliseconds(20))
        record.failure(.unreachable("reset"), attempt: 2, time: .milliseconds(4))
        record.success(attempt: 3, time: .milliseconds(5))
        record.end(.unreachable("reset"), because: "all attempts are made")

        #expect(
            factory.lines == [
                "apus_client_attempt operation=GetItem outcome=ThrottlingException 3000000",
                "apus_client_retry_wait operation=GetItem 20000000",
                "apus_client_attempt operation=GetItem outcome=unreachable 4000000",
                "apus_client_attempt operation=GetItem outcome=success 5000000",
                "apus_client_calls_given_up operation=GetItem 1",
            ]
        )
    }
}

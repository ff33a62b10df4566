// How many operations on tables are admitted.

import ApusModel
import Testing

@testable import ApusThroughput

struct ControlPlaneThroughputTests {
    // 50 a second, of which 10 seconds' worth, 500, is kept.
    @Test func `a burst and what comes in are admitted`() {
        let clock = ManualClock()
        let throughput = ControlPlaneThroughput()

        let admitted = [0, 1_000, 20, 19, 60_000].map { (milliseconds: Int) in
            clock.advance(by: .milliseconds(milliseconds))
            return throughput.admittedCount(of: 600, in: "eu-north-1", clock.now)
        }

        // After 20 ms one has come in. After another 19 ms 0.95 has, which is something, and leaves -0.05.
        #expect(admitted == [500, 50, 1, 1, 500])
    }

    @Test func `each region is admitted by itself`() {
        let throughput = ControlPlaneThroughput()

        #expect(throughput.admittedCount(of: 600, in: "eu-north-1", .newYear) == 500)
        #expect(throughput.admittedCount(of: 600, in: "us-east-1", .newYear) == 500)
    }

    @Test func `what comes too soon is told so`() {
        var rules = ThroughputRules()
        (rules.controlPlaneRate, rules.controlPlaneBurstSeconds) = (1, 1)
        let throughput = ControlPlaneThroughput(rules: rules)

        #expect(throws: Never.self) { try throughput.admit(in: "eu-north-1", .newYear) }
        #expect(throws: ServiceError.controlPlaneRateExceeded) { try throughput.admit(in: "eu-north-1", .newYear) }
    }

    @Test func `nothing is refused where throughput is not enforced`() {
        var rules = ThroughputRules()
        rules.isEnforced = false

        #expect(ControlPlaneThroughput(rules: rules).admittedCount(of: 600, in: "eu-north-1", .newYear) == 600)
    }
}

extension ControlPlaneThroughput {
    fileprivate func admittedCount(of count: Int, in region: String, _ now: Timestamp) -> Int {
        (0..<count).count { _ in (try? admit(in: region, now)) != nil }
    }
}

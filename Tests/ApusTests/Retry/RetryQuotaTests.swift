// The stock of tokens that retries are paid from.

import Testing

@testable import Apus

struct RetryQuotaTests {
    @Test func `a retry that the stock cannot pay takes nothing`() {
        var quota = RetryQuota()

        // 35 retries at 14 leave 10, which is two at 5.
        let passing = (1...40).count { _ in quota.take(14) }
        let throttling = (1...40).count { _ in quota.take(5) }

        #expect(passing == 35)
        #expect(throttling == 2)
        #expect(quota.tokens == 0)
    }

    @Test func `the stock is never more than full`() {
        var quota = RetryQuota()

        let isTaken = quota.take(14)
        quota.bringBack(13)
        #expect(isTaken)
        #expect(quota.tokens == 499)
        quota.bringBack(14)
        #expect(quota.tokens == 500)
    }

    @Test(
        arguments: [
            (CallError.unreachable("reset"), 14), (.refused(Refusal(nil, status: 503)), 14),
            (.refused(Refusal(nil, status: 429)), 5), (.refused(Refusal(nil, status: 400)), nil),
            (.refused(Refusal("RequestExpired", status: 400)), nil),
            (.refused(Refusal(nil, status: 413)), nil),
        ] as [(CallError, Int?)]
    )
    func `a retry costs by the failure that it follows`(error: CallError, cost: Int?) {
        #expect(RetryQuota.Costs.standard.cost(of: error) == cost)
    }
}

// How the client's own rate falls and grows.

import Testing

@testable import Apus

struct AdaptiveRateTests {
    /// Five answers in the first half second, and a throttled one at its end: 6 in 0.5 s are 12/s, smoothed 9.6/s.
    private func throttledRate() -> AdaptiveRate {
        var rate = AdaptiveRate()
        for tenth in 0..<5 { rate.noteAnswer(isThrottled: false, at: .milliseconds(100 * tenth)) }
        rate.noteAnswer(isThrottled: true, at: .milliseconds(500))
        return rate
    }

    private func isNear(_ left: Double?, _ right: Double) -> Bool {
        left.map { abs($0 - right) < 0.001 } ?? false
    }

    @Test func `until an answer is throttled there is no limit`() {
        var rate = AdaptiveRate()
        for _ in 0..<1_000 { rate.noteAnswer(isThrottled: false, at: .seconds(1)) }

        #expect(rate.perSecond == nil)
        #expect(rate.reserve(at: .seconds(1)) == .zero)
    }

    @Test func `a throttled answer leaves seven tenths of the measured rate`() {
        #expect(isNear(throttledRate().perSecond, 6.72))
    }

    @Test func `the rate grows along the cubic curve`() {
        var rate = throttledRate()

        rate.noteAnswer(isThrottled: false, at: .milliseconds(600))

        // The plateau is cbrt(9.6 × 0.3 / 0.4) = 1.931 s away: 0.4 × (0.1 − 1.931)³ + 9.6.
        #expect(isNear(rate.perSecond, 7.145))
    }

    @Test func `the rate is at most twice the measured one`() {
        var rate = throttledRate()
        rate.noteAnswer(isThrottled: false, at: .milliseconds(600))

        rate.noteAnswer(isThrottled: false, at: .milliseconds(2_431))

        // Two answers in 1.5 s: 0.8 × 1.333 + 0.2 × 9.6 = 2.987. The curve alone would be at 9.6.
        #expect(isNear(rate.perSecond, 5.973))
    }

    @Test func `the rate is at least one in two seconds`() {
        var rate = AdaptiveRate()
        rate.noteAnswer(isThrottled: true, at: .zero)
        #expect(rate.perSecond == 0.5)

        for second in 1...20 { rate.noteAnswer(isThrottled: true, at: .seconds(second * 100)) }
        #expect(rate.perSecond == 0.5)
    }

    @Test func `attempts queue for their tokens`() {
        var rate = throttledRate()
        let now = Duration.milliseconds(500)

        let waits = (1...3).map { _ in rate.reserve(at: now) / .seconds(1) }
        rate.bringBack()
        let again = rate.reserve(at: now) / .seconds(1)
        let later = rate.reserve(at: now + .seconds(10))

        #expect(isNear(waits[0], 1 / 6.72))
        #expect(isNear(waits[2], 3 / 6.72))
        #expect(isNear(again, 3 / 6.72))
        #expect(later == .zero)
    }

    @Test func `a client settles near what a table bears`() {
        let bearable = 20.0
        var rate = AdaptiveRate()
        var now = Duration.zero
        var tableTokens = bearable
        var (served, throttled) = (0, 0)

        while now < .seconds(120) {
            let step = max(rate.reserve(at: now), .milliseconds(5))
            now += step
            tableTokens = min(bearable, tableTokens + step / .seconds(1) * bearable)
            let isServed = tableTokens >= 1
            if isServed { tableTokens -= 1 }
            (served, throttled) = (served + (isServed ? 1 : 0), throttled + (isServed ? 0 : 1))
            rate.noteAnswer(isThrottled: !isServed, at: now)
        }

        #expect(Double(served) > 0.7 * 120 * bearable)
        #expect(throttled * 20 < served)
    }
}

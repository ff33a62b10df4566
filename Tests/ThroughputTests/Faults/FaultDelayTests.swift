// How delays are spread.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultDelayTests {
    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `half of the delays are below the median, and one in a hundred above the 99th percentile`(seed: UInt64) {
        let delay = FaultDelay.longTail(median: .milliseconds(20), percentile99: .seconds(2))
        let chance = SeededChance(seed: seed)

        let delays = (0..<20_000).map { _ in delay.length(by: chance) }

        // Five standard deviations either way.
        #expect((9_640...10_360).contains(delays.count { $0 < .milliseconds(20) }))
        #expect((130...270).contains(delays.count { $0 > .seconds(2) }))
        #expect(delays.allSatisfy { $0 >= .zero })
    }

    @Test func `delays without a tail are all alike`() {
        let delay = FaultDelay.longTail(median: .milliseconds(20), percentile99: .milliseconds(20))
        let chance = SeededChance(seed: 1)

        #expect((0..<100).allSatisfy { _ in delay.length(by: chance) == .milliseconds(20) })
    }

    @Test func `no delay is longer than an hour`() {
        let delay = FaultDelay.longTail(median: .nanoseconds(1), percentile99: .seconds(3_600))
        let chance = SeededChance(seed: 1)

        let longest = (0..<10_000).map { _ in delay.length(by: chance) }.max()

        #expect(longest == .seconds(3_600))
    }

    @Test(arguments: [0, 1, .max, .max - 1] as [UInt64])
    func `the numbers at the edges of chance make delays too`(number: UInt64) {
        let delay = FaultDelay.longTail(median: .milliseconds(1), percentile99: .seconds(3_600))

        let length = delay.length(by: Constant(number: number))

        #expect((.zero ... .seconds(3_600)).contains(length))
    }

    private struct Constant: Chance {
        let number: UInt64

        func next() -> UInt64 { number }
    }
}

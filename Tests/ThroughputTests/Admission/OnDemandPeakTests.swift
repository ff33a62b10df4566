// When what was used counts as the previous peak.

import ApusModel
import Testing

@testable import ApusThroughput

struct OnDemandPeakTests {
    fileprivate static let wait = 1_800

    @Test func `a peak is what was used within one second of the clock`() {
        var peak = OnDemandPeak()
        for (seconds, amount) in [(0.1, 3_000), (0.9, 4_000), (1, 5_000), (1.999, 1_500)] {
            peak.note(amount, at: .after(seconds))
        }

        // 3 + 4 = 7 in the first second, 5 + 1.5 = 6.5 in the next.
        let established = peak.established(at: .after(1_800))

        #expect(established == 7_000)
        #expect(peak.servedUnits == 14)
    }

    // The second of the peak begins 10 s after the start: 10 + 1,800 = 1,810.
    @Test(arguments: [(10, 0), (1_809.999, 0), (1_810, 50_000), (9_999, 50_000)] as [(Double, Int)])
    func `a peak counts half an hour after its second`(seconds: Double, established: Int) {
        var peak = OnDemandPeak()
        peak.note(50_000, at: .after(10.5))

        let hasGrown = peak.establish(after: Self.wait, at: .after(seconds))
        let hasGrownAgain = peak.establish(after: Self.wait, at: .after(seconds))

        #expect((hasGrown != nil) == (established > 0))
        #expect(hasGrownAgain == nil)
        #expect(peak.established == established)
    }

    @Test func `growing peaks count one after another, by the minute`() {
        var peak = OnDemandPeak()
        // 10 at second 0 and 20 at second 59 share a minute, so the later one stands for both.
        for (seconds, amount) in [(0, 10_000), (59, 20_000), (60, 15_000), (61, 30_000), (300, 40_000)] {
            peak.note(amount, at: .after(Double(seconds)))
        }

        let established = [1_800, 1_858, 1_859, 1_860, 1_861, 2_099, 2_100].map { (seconds: Double) in
            peak.established(at: .after(seconds))
        }

        #expect(established == [0, 0, 20_000, 20_000, 30_000, 30_000, 40_000])
    }

    @Test func `several ripe peaks count at once, the greatest of them`() {
        var peak = OnDemandPeak()
        for minute in 1...5 { peak.note(minute * 1_000, at: .after(Double(minute) * 60)) }

        let established = peak.established(at: .after(4_000))

        #expect(established == 5_000)
    }

    @Test func `what does not exceed the previous peak is no new one`() {
        var peak = OnDemandPeak()
        peak.note(9_000, at: .newYear)
        _ = peak.established(at: .after(1_800))

        peak.note(9_000, at: .after(2_000))
        let hasGrown = peak.establish(after: Self.wait, at: .after(9_000))

        #expect(hasGrown == nil)
        #expect(peak.established == 9_000)
    }

    @Test func `a clock that is set back begins another second`() {
        var peak = OnDemandPeak()
        peak.note(9_000, at: .after(100))

        peak.note(5_000, at: .after(40))

        let established = peak.established(at: .after(1_900))

        #expect(established == 9_000)
    }
}

extension OnDemandPeak {
    /// The previous peak at a point in time, in thousandths of a unit per second.
    fileprivate mutating func established(at now: Timestamp) -> Int {
        _ = establish(after: OnDemandPeakTests.wait, at: now)
        return established
    }
}

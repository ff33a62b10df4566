// The bucket that pages draw on.

import Testing

@testable import Apus

struct ScanRateTests {
    @Test func `a page begins without debt, and is charged what is expected`() {
        var rate = ScanRate(unitsPerSecond: 100, expectedUnits: 20, at: .zero)

        #expect(rate.turn(at: .zero) == .begin(charged: 20))
        #expect(rate.turn(at: .zero) == .wait(.milliseconds(200)))
        #expect(rate.turn(at: .milliseconds(200)) == .begin(charged: 20))
    }

    @Test func `what a page has cost is charged, and expected of the next`() {
        var rate = ScanRate(unitsPerSecond: 100, expectedUnits: 128, at: .zero)
        _ = rate.turn(at: .zero)

        rate.settle(10, charged: 128, at: .zero)

        #expect(rate.turn(at: .zero) == .wait(.milliseconds(100)))
        #expect(rate.turn(at: .milliseconds(100)) == .begin(charged: 10))
    }

    @Test func `a page that costs more runs into debt`() {
        var rate = ScanRate(unitsPerSecond: 100, expectedUnits: 10, at: .zero)
        _ = rate.turn(at: .zero)

        rate.settle(50, charged: 10, at: .milliseconds(100))

        #expect(rate.turn(at: .milliseconds(499)) != .begin(charged: 50))
        #expect(rate.turn(at: .milliseconds(500)) == .begin(charged: 50))
    }

    @Test func `an answer without capacity leaves the charge`() {
        var rate = ScanRate(unitsPerSecond: 100, expectedUnits: 10, at: .zero)
        _ = rate.turn(at: .zero)

        rate.settle(nil, charged: 10, at: .zero)

        #expect(rate.turn(at: .zero) == .wait(.milliseconds(100)))
    }

    @Test func `one second's worth is saved, and no more`() {
        var rate = ScanRate(unitsPerSecond: 10, expectedUnits: 5, at: .zero)

        let turns = (0..<4).map { _ in rate.turn(at: .seconds(60)) }

        #expect(turns == Array(repeating: .begin(charged: 5), count: 3) + [.wait(.milliseconds(250))])
    }

    @Test func `a clock that goes back takes nothing away`() {
        var rate = ScanRate(unitsPerSecond: 10, expectedUnits: 5, at: .seconds(60))

        #expect(rate.turn(at: .zero) == .begin(charged: 5))
        #expect(rate.turn(at: .seconds(60)) == .wait(.milliseconds(250)))
        #expect(rate.turn(at: .seconds(61)) == .begin(charged: 5))
    }
}

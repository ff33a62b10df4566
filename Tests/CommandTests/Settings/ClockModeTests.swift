// Clocks as people name them.

import ApusModel
import Testing

@testable import ApusCommand

struct ClockModeTests {
    private static let begin2026 = Timestamp(milliseconds: 1_767_225_600_000)

    @Test(
        arguments: [
            ("machine", .machine), ("manual", .manual(from: nil)),
            ("manual:2026-01-01T00:00:00Z", .manual(from: begin2026)),
            ("manual:2026-01-01T00:00:00.250Z", .manual(from: begin2026.advanced(by: .milliseconds(250)))),
        ] as [(String, ClockMode)]
    )
    func `a clock is that of the machine, or one that stands still`(text: String, mode: ClockMode) {
        #expect(ClockMode(text) == mode)
    }

    @Test(arguments: [
        "", "Machine", "manual:", "manual: 2026-01-01T00:00:00Z", "manual:2026-01-01", "manual:2026-02-30T00:00:00Z",
        "manual:0", "manual:1969-12-31T23:59:59Z", "machine:2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z",
    ])
    func `what is no clock is none`(text: String) {
        #expect(ClockMode(text) == nil)
    }

    @Test func `a manual clock begins at its time, or at that of the machine`() {
        let from = ClockMode.manual(from: Self.begin2026).makeClock()
        let before = SystemClock().now
        let now = ClockMode.manual(from: nil).makeClock()
        let after = SystemClock().now

        #expect(from is ManualClock && from.now == Self.begin2026)
        #expect(now is ManualClock && (before...after).contains(now.now))
        #expect(ClockMode.machine.makeClock() is SystemClock)
    }
}

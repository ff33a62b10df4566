// The clock of the machine.

import Testing

@testable import ApusModel

struct WallClockTests {
    @Test func `the clock of the machine runs an action once its time has come`() async {
        let clock = SystemClock()
        let time = clock.now.advanced(by: .milliseconds(20))

        let seen = await withCheckedContinuation { continuation in
            clock.run(at: time) { continuation.resume(returning: clock.now) }
        }

        #expect(seen >= time)
    }
}

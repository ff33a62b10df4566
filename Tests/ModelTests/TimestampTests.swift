// Points in time.

import Testing

@testable import ApusModel

struct TimestampTests {
    @Test(
        arguments: [
            (Duration.zero, 1_000 as Int64), (.milliseconds(1), 1_001), (.seconds(2), 3_000),
            (.milliseconds(1_500), 2_500),
            (.microseconds(999), 1_000), (.seconds(-1), 0), (.milliseconds(-1_500), -500),
        ] as [(Duration, Int64)]
    )
    func `a time is advanced to the millisecond`(duration: Duration, milliseconds: Int64) {
        #expect(Timestamp(milliseconds: 1_000).advanced(by: duration).milliseconds == milliseconds)
    }

    @Test func `seconds have a fraction`() {
        #expect(Timestamp(milliseconds: 1_691_234_567_123).seconds == 1_691_234_567.123)
    }

    @Test func `earlier times stand first`() {
        #expect(Timestamp(milliseconds: -1) < Timestamp(milliseconds: 0))
        #expect(Timestamp(milliseconds: 5) == Timestamp(milliseconds: 5))
    }

    @Test func `the clock of the machine does not stand in the past`() {
        let newYear2024 = Timestamp(milliseconds: 1_704_067_200_000)

        #expect(SystemClock().now > newYear2024)
    }
}

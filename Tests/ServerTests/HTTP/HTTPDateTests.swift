// Dates of replies.

import ApusModel
import Testing

@testable import ApusServer

struct HTTPDateTests {
    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT"), (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
            (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
            (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"), (1_735_689_600, "Wed, 01 Jan 2025 00:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        ] as [(Int64, String)]
    )
    func `a second has the form of RFC 9110`(second: Int64, text: String) {
        #expect(HTTPDate.text(of: second) == text)
    }

    @Test func `the text changes with the second`() {
        let clock = ManualClock(Timestamp(milliseconds: 784_111_777_000))
        let date = HTTPDate(clock: clock)

        let first = date.text
        clock.advance(by: .milliseconds(999))
        let second = date.text
        clock.advance(by: .milliseconds(1))
        let third = date.text

        #expect([first, second, third].map { $0.suffix(12) } == ["08:49:37 GMT", "08:49:37 GMT", "08:49:38 GMT"])
    }
}

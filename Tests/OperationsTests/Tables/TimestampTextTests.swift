// Points in time as text.

import ApusModel
import Testing

@testable import ApusOperations

struct TimestampTextTests {
    @Test(
        arguments: [
            (0, "Thursday, January 1, 1970 at 12:00:00 AM Coordinated Universal Time"),
            (1_665_406_819, "Monday, October 10, 2022 at 1:00:19 PM Coordinated Universal Time"),
            (1_709_207_999, "Thursday, February 29, 2024 at 11:59:59 AM Coordinated Universal Time"),
            (1_709_208_000, "Thursday, February 29, 2024 at 12:00:00 PM Coordinated Universal Time"),
            (1_735_689_599, "Tuesday, December 31, 2024 at 11:59:59 PM Coordinated Universal Time"),
        ] as [(Int64, String)]
    )
    func `a time is told in words`(seconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: seconds * 1_000 + 999).longText == text)
    }

    @Test func `a time is told in digits`() {
        #expect(Timestamp(milliseconds: 1_431_379_293_291).text == "2015-05-11T21:21:33.291")
        #expect(Timestamp(milliseconds: 7).text == "1970-01-01T00:00:00.007")
    }
}

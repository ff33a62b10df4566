// Dates as the header `Date` has them.

import ApusSigning
import Testing

@testable import Apus

struct SigningTimeHTTPDateTests {
    @Test(arguments: [
        ("Thu, 01 Jan 1970 00:00:01 GMT", 1), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
        ("Sat, 29 Feb 2020 23:59:59 GMT", 1_583_020_799),
    ])
    func `a date is a time`(text: String, seconds: Int64) {
        #expect(SigningTime(httpDate: text)?.secondsSince1970 == seconds)
    }

    @Test(arguments: [
        "", "yesterday", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 31 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Now 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
    ])
    func `what is no date is none`(text: String) {
        #expect(SigningTime(httpDate: text) == nil)
    }
}

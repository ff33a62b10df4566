// Lengths of time from text and back.

import Testing

@testable import ApusModel

struct DurationTextTests {
    @Test(
        arguments: [
            ("0s", .zero), ("1ms", .milliseconds(1)), ("250ms", .milliseconds(250)), ("90s", .seconds(90)),
            ("2m", .seconds(120)), ("3h", .seconds(10_800)), ("8784h", .seconds(31_622_400)),
        ] as [(String, Duration)]
    )
    func `a whole number with a unit is a length of time, and is written so`(text: String, duration: Duration) {
        #expect(Duration(text: text) == duration)
        #expect(duration.text == text)
    }

    @Test(arguments: [("1000ms", "1s"), ("60s", "1m"), ("120m", "2h"), ("0ms", "0s"), ("007s", "7s")])
    func `the largest unit that fits is written`(text: String, shortest: String) {
        #expect(Duration(text: text)?.text == shortest)
    }

    @Test(
        arguments: [
            "", "5", "s", "1.5s", "-1s", "+1s", "1 s", " 1s", "1s ", "1S", "1d", "1us", "٣s", "1ms1s", "8785h",
            "31622400001ms", "99999999999999999999h",
        ]
    )
    func `anything else is none`(text: String) {
        #expect(Duration(text: text) == nil)
    }
}

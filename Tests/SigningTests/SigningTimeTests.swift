// Times of signatures, as numbers and as text.

import Testing

@testable import ApusSigning

struct SigningTimeTests {
    @Test(arguments: [
        ("19700101T000000Z", 0),
        ("19691231T235959Z", -1),
        ("20000229T000000Z", 951_782_400),
        ("20150830T123600Z", 1_440_938_160),
        ("00000101T000000Z", -62_167_219_200),
        ("99991231T235959Z", 253_402_300_799),
    ])
    func `text and seconds tell the same time`(text: String, seconds: Int64) throws {
        let time = try #require(SigningTime(text))

        #expect(time.secondsSince1970 == seconds)
        #expect(SigningTime(secondsSince1970: seconds).text == text)
        #expect(time.dateText == text.prefix(8))
    }

    @Test func `every day of 400 years is read as it was written`() {
        for day in Int64(0)..<146_097 {
            let time = SigningTime(secondsSince1970: day * 86_400)

            guard SigningTime(time.text) == time else {
                Issue.record("day \(day) came back as another: \(time.text)")
                return
            }
        }
    }

    @Test(arguments: [
        "", "20250229T000000Z", "19000229T000000Z", "20260431T000000Z", "20260100T000000Z", "é260101T00000Z",
    ])
    func `what is no time is refused`(text: String) {
        #expect(SigningTime(text) == nil)
    }
}

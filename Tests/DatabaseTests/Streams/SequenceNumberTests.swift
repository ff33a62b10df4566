// Sequence numbers: the vectors of docs/formats/changes.md.

import ApusModel
import Testing

@testable import ApusDatabase

struct SequenceNumberTests {
    @Test(
        arguments: [
            (0, "100000000000000000000"), (1_767_225_600_000 << 16 | 5, "100115816896921600005"),
            (1_767_225_600_000 << 16 | 300, "100115816896921600300"), (.max, "118446744073709551615"),
        ] as [(UInt64, String)]
    )
    func `a number has 21 digits, and comes back from them`(value: UInt64, text: String) {
        #expect(SequenceNumber(value: value).text == text)
        #expect(SequenceNumber(text: text)?.value == value)
    }

    @Test(
        arguments: [
            "", "1", "10011581689692160000", "1001158168969216000055", "200115816896921600005", "10011581689692160000x",
            "1+0115816896921600005", "119999999999999999999", "1٠0115816896921600005",
        ]
    )
    func `any other text is none`(text: String) {
        #expect(SequenceNumber(text: text) == nil)
    }

    @Test func `a number tells its time, and each time has a first number`() {
        let time = Timestamp(milliseconds: 1_767_225_600_000)

        #expect(SequenceNumber(firstAt: time).value == 1_767_225_600_000 << 16)
        #expect(SequenceNumber(value: 1_767_225_600_000 << 16 | 65_535).time == time)
        #expect(SequenceNumber(value: 1_767_225_600_000 << 16 | 65_535).next.time.milliseconds == 1_767_225_600_001)
        #expect(SequenceNumber(firstAt: Timestamp(milliseconds: -5)).value == 0)
    }
}

// When an item expires, by the value of its attribute.

import Testing

@testable import ApusModel

struct AttributeValueExpiryTimeTests {
    private static let times: [(text: String, milliseconds: Int64?)] = [
        ("0", 0), ("1", 1_000), ("10", 10_000), ("1767225600", 1_767_225_600_000),
        // Nothing goes early, by however little.
        ("1767225600.001", 1_767_225_600_001), ("1767225600.0001", 1_767_225_600_001),
        ("1767225600.0010000000000000000000000001", 1_767_225_600_002), ("0.5", 500),
        ("0.1234567890123456789012345678901234567", 124), ("1E-130", 1), ("1E-38", 1), ("9.9E-5", 1),
        ("12345678901234567890123456789012345678E-36", 12_346),
        // To the end of the year 9999.
        ("253402300799", 253_402_300_799_000), ("253402300799.999", 253_402_300_799_999),
        ("253402300799.9991", nil), ("253402300800", nil), ("999999999999", nil), ("1E12", nil), ("1E125", nil),
        ("99999999999999999999999999999999999999", nil), ("1767225600000", nil),
        ("-1", nil), ("-0.0001", nil), ("-1767225600", nil), ("-1E125", nil),
    ]

    @Test(arguments: times)
    func `a number is seconds, rounded up to the millisecond`(text: String, milliseconds: Int64?) throws {
        let value = AttributeValue.number(try Number(text))

        #expect(value.expiryTime?.milliseconds == milliseconds)
    }

    @Test(
        arguments: [
            "1767225600", .binary([1]), true, .null, [1_767_225_600], ["at": 1_767_225_600],
            .numberSet([1_767_225_600]),
        ] as [AttributeValue]
    )
    func `no other type is a time`(value: AttributeValue) {
        #expect(value.expiryTime == nil)
    }

    @Test func `an item is removed from its time on, for five years`() {
        let time = Timestamp(milliseconds: 1_767_225_600_000)
        let fiveYears: Int64 = 157_680_000_000

        for (offset, isExpired) in [(-1, false), (0, true), (1, true), (fiveYears, true), (fiveYears + 1, false)] {
            #expect(time.isExpired(at: Timestamp(milliseconds: time.milliseconds + offset)) == isExpired, "\(offset)")
        }
    }
}

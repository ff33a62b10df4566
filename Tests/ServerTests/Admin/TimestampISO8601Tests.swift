// Times in ISO 8601, from text and back.

import ApusModel
import Testing

@testable import ApusServer

struct TimestampISO8601Tests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-01-01T00:00:00Z", 1_767_225_600_000),
            ("2026-01-01T00:00:00.250Z", 1_767_225_600_250), ("2024-02-29T23:59:59.001Z", 1_709_251_199_001),
            ("1969-12-31T23:59:59.999Z", -1), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] as [(String, Int64)]
    )
    func `a time in UTC is read, and written as it was`(text: String, milliseconds: Int64) {
        let time = Timestamp(iso8601: text)

        #expect(time == Timestamp(milliseconds: milliseconds))
        #expect(time?.iso8601 == text)
    }

    @Test func `milliseconds that are none are left out`() {
        #expect(Timestamp(iso8601: "2026-01-01T00:00:00.000Z")?.iso8601 == "2026-01-01T00:00:00Z")
    }

    @Test(
        arguments: [
            "", "2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00+00:00", "2026-01-01 00:00:00Z",
            "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:60Z",
            "2026-01-01T00:00:00.25Z", "2026-01-01T00:00:00,250Z", "2026-01-01T00:00:00.2a0Z",
            "2026-01-01T00:00:00.+50Z", "2026:01:01T00-00-00Z", "2026-01-01T00:00:0-Z", "2026-01-01t00:00:00z",
            "-026-01-01T00:00:00Z", "20260101T000000Z", "é026-01-01T00:00:0Z",
        ]
    )
    func `anything else is no time`(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }
}

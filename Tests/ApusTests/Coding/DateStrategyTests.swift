// How dates are written and read.

import Apus
import ApusModel
import Foundation
import Testing

struct DateStrategyTests {
    private static let forms: [(DateStrategy, Double, AttributeValue)] = [
        (.iso8601, 0, "1970-01-01T00:00:00.000Z"),
        (.iso8601, 1_772_360_100.007, "2026-03-01T10:15:00.007Z"),
        (.iso8601, -0.001, "1969-12-31T23:59:59.999Z"),
        (.iso8601, -62_167_219_200, "0000-01-01T00:00:00.000Z"),
        (.iso8601, 253_402_300_799.999, "9999-12-31T23:59:59.999Z"),
        (.secondsSince1970, 1_772_360_100, 1_772_360_100),
        (.secondsSince1970, 1_772_360_100.25, 1_772_360_100.25),
        (.secondsSince1970, -1.5, -1.5),
        (.millisecondsSince1970, 1_772_360_100.007, 1_772_360_100_007),
        (.millisecondsSince1970, -0.001, -1),
    ]

    @Test(arguments: forms)
    func `a date is written and read`(_ strategy: DateStrategy, _ seconds: Double, _ stored: AttributeValue) throws {
        let date = Date(timeIntervalSince1970: seconds)

        #expect(try ItemEncoder(dateStrategy: strategy).encodeValue(date) == stored)
        #expect(try ItemDecoder(dateStrategy: strategy).decodeValue(Date.self, from: stored) == date)
    }

    @Test(arguments: [
        ("2026-03-01T10:15:00Z", 1_772_360_100), ("2026-03-01T10:15:00.5Z", 1_772_360_100.5),
        ("2026-03-01T10:15:00.123456789Z", 1_772_360_100.123456789), ("2026-03-01T11:15:00+01:00", 1_772_360_100),
        ("2026-03-01T04:45:00.25-05:30", 1_772_360_100.25), ("2024-02-29T00:00:00Z", 1_709_164_800),
    ])
    func `other forms of ISO 8601 are read, too`(_ text: String, _ seconds: Double) throws {
        #expect(try ItemDecoder().decodeValue(Date.self, from: .string(text)) == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-01T24:00:00Z",
        "2026-03-01T10:15:00", "2026-03-01 10:15:00Z", "2026-03-01T10:15:00.Z", "2026-03-01T10:15:00.1234567890Z",
        "2026-03-01T10:15:00+1:00", "2026-03-01T10:15:00+01:60", "2026-03-01T10:15:00ZZ", "2026-03-01T10:15:0éZ",
        "+026-03-01T10:15:00Z", "2026-03-01T10:15:00+24:00", "2026-03-01T10:15:00.5",
    ])
    func `a text that is no date is refused`(_ text: String) {
        let problem = ItemCodingError.Problem.mismatch(
            found: "a string (S)",
            wanted: "a date like 2026-03-01T10:15:00.000Z (S)"
        )
        #expect(throws: ItemCodingError(problem: problem)) {
            try ItemDecoder().decodeValue(Date.self, from: .string(text))
        }
    }

    @Test func `what is finer than a millisecond is rounded to the nearest`() throws {
        let date = Date(timeIntervalSince1970: 1.0006)

        #expect(try ItemEncoder().encodeValue(date) == "1970-01-01T00:00:01.001Z")
        #expect(try ItemEncoder(dateStrategy: .millisecondsSince1970).encodeValue(date) == 1_001)
    }

    @Test(arguments: [(DateStrategy.iso8601, 253_402_300_800), (.iso8601, 1e300), (.secondsSince1970, .infinity)])
    func `a date that cannot be written is refused`(_ strategy: DateStrategy, _ seconds: Double) {
        let error = #expect(throws: ItemCodingError.self) {
            try ItemEncoder(dateStrategy: strategy).encode(["at": Date(timeIntervalSince1970: seconds)])
        }
        #expect(error?.description.hasPrefix("at: found a date out of range, wanted ") == true)
    }

    @Test func `a strategy of one's own codes dates`() throws {
        struct NoDay: Error {}
        let strategy = DateStrategy.custom(
            encode: { .number(Number(Int($0.timeIntervalSince1970) / 86_400)) },
            decode: { value in
                guard let day = value.asInt else { throw NoDay() }
                return Date(timeIntervalSince1970: Double(day) * 86_400)
            }
        )
        let date = Date(timeIntervalSince1970: 86_400)

        #expect(try ItemEncoder(dateStrategy: strategy).encodeValue([date]) == [1])
        #expect(try ItemDecoder(dateStrategy: strategy).decodeValue([Date].self, from: [1]) == [date])
        #expect(throws: ItemCodingError(path: "[0]", problem: .refused("NoDay()"))) {
            try ItemDecoder(dateStrategy: strategy).decodeValue([Date].self, from: ["x"])
        }
    }
}

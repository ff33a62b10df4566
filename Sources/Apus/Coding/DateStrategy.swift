// How dates stand in attribute values.

import ApusModel
import Foundation

/// How dates are written and read.
public enum DateStrategy: Sendable {
    /// Text in UTC with milliseconds, `2026-03-01T10:15:00.000Z`, which sorts by time. What is finer is rounded. A
    /// fraction of up to nine digits, none, and an offset such as `+01:00` are read, too. Years are 0 to 9999.
    case iso8601
    /// A number, with a fraction where the date has one.
    case secondsSince1970
    /// A whole number; what is finer is rounded. A fraction is read, too.
    case millisecondsSince1970
    /// Anything, by one's own functions. What they throw becomes the text of the error.
    case custom(
        encode: @Sendable (Date) throws -> AttributeValue,
        decode: @Sendable (AttributeValue) throws -> Date
    )

    func attributeValue(of date: Date) throws(ItemCodingError.Problem) -> AttributeValue {
        let result: AttributeValue? =
            switch self {
            case .iso8601: DateText(date).map { .string($0.text) }
            case .secondsSince1970: Number(exactly: date.timeIntervalSince1970).map { .number($0) }
            case .millisecondsSince1970:
                Number(exactly: (date.timeIntervalSince1970 * 1_000).rounded()).map { .number($0) }
            case .custom(let encode, _): try Self.own { try encode(date) }
            }
        guard let result else { throw .mismatch(found: "a date out of range", wanted: wanted) }
        return result
    }

    /// Nil where the value is no date.
    func date(of value: AttributeValue) throws(ItemCodingError.Problem) -> Date? {
        switch (self, value) {
        case (.iso8601, .string(let text)): DateText(text)?.date
        case (.secondsSince1970, .number(let seconds)): Date(timeIntervalSince1970: Double(seconds))
        case (.millisecondsSince1970, .number(let milliseconds)):
            Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
        case (.custom(_, let decode), _): try Self.own { try decode(value) }
        default: nil
        }
    }

    var wanted: String {
        switch self {
        case .iso8601: "a date like 2026-03-01T10:15:00.000Z (S)"
        case .secondsSince1970: "seconds since 1970 (N)"
        case .millisecondsSince1970: "milliseconds since 1970 (N)"
        case .custom: "a date"
        }
    }

    private static func own<Result>(_ body: () throws -> Result) throws(ItemCodingError.Problem) -> Result {
        do {
            return try body()
        } catch {
            throw .refused("\(error)")
        }
    }
}

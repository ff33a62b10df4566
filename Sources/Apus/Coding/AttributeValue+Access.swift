// What an attribute value holds, as plain Swift values.

import ApusModel
import Foundation

// Named with `as`, for the types of values themselves bear the plain words. Nothing is converted between types of
// DynamoDB: the string "12" is no number.
extension AttributeValue {
    /// The text of S; nil for every other type.
    public var asString: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number of N; nil for every other type.
    public var asNumber: Number? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The number of N; nil for every other type, for a fraction, and out of the range of `Int`.
    public var asInt: Int? {
        asNumber.flatMap { Int(exactly: $0) }
    }

    /// The `Double` nearest to the number of N; nil for every other type.
    public var asDouble: Double? {
        asNumber.map { Double($0) }
    }

    /// The number of N; nil for every other type, and where `Decimal` cannot hold it.
    public var asDecimal: Decimal? {
        asNumber.flatMap { Decimal($0) }
    }

    /// The bytes of B; nil for every other type.
    public var asData: Data? {
        asBytes.map { Data($0) }
    }

    /// The bytes of B; nil for every other type.
    public var asBytes: [UInt8]? {
        if case .binary(let bytes) = self { bytes } else { nil }
    }

    /// The value of BOOL; nil for every other type.
    public var asBool: Bool? {
        if case .bool(let isTrue) = self { isTrue } else { nil }
    }

    /// Whether this is NULL.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The elements of L; nil for every other type.
    public var asList: [AttributeValue]? {
        if case .list(let elements) = self { elements } else { nil }
    }

    /// The attributes of M; nil for every other type.
    public var asMap: AttributeMap? {
        if case .map(let map) = self { map } else { nil }
    }

    /// The elements of SS; nil for every other type.
    public var asStringSet: [String]? {
        if case .stringSet(let texts) = self { texts } else { nil }
    }

    /// The elements of NS; nil for every other type.
    public var asNumberSet: [Number]? {
        if case .numberSet(let numbers) = self { numbers } else { nil }
    }

    /// The elements of BS; nil for every other type.
    public var asBinarySet: [[UInt8]]? {
        if case .binarySet(let blobs) = self { blobs } else { nil }
    }
}

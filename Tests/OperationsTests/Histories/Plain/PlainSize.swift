// The size of an item by the service's formula, worked out for the tests alone.

import ApusModel

/// Section 3 of the service's limits: names and values, and what lists and maps add.
enum PlainSize {
    static func bytes(of item: Item) -> Int {
        var sum = 0
        for attribute in item { sum += attribute.name.utf8.count + bytes(of: attribute.value) }
        return sum
    }

    private static func bytes(of value: AttributeValue) -> Int {
        switch value {
        case .string(let text): text.utf8.count
        case .number(let number): bytes(ofNumber: number.description)
        case .binary(let bytes): bytes.count
        case .bool, .null: 1
        case .stringSet(let texts): texts.map(\.utf8.count).reduce(0, +)
        case .numberSet(let numbers): numbers.map { bytes(ofNumber: $0.description) }.reduce(0, +)
        case .binarySet(let elements): elements.map(\.count).reduce(0, +)
        case .list(let elements): 3 + elements.count + elements.map { bytes(of: $0) }.reduce(0, +)
        case .map(let map): 3 + map.count + bytes(of: map)
        }
    }

    /// One byte, one for each pair of digits as the decimal point aligns them, one for a minus sign.
    private static func bytes(ofNumber text: String) -> Int {
        let number = PlainNumber(text)
        let whole = number.whole.drop { $0 == zero }
        let digits = (whole + number.fraction)
        let leadingZeros = digits.prefix { $0 == zero }.count
        let significant = digits.dropFirst(leadingZeros).reversed().drop { $0 == zero }.count
        guard significant > 0 else { return 1 }
        // The power of ten of the first digit: 1 in 12, -1 in 0.5.
        let exponent = whole.isEmpty ? -1 - leadingZeros : whole.count - 1
        let pairs = (significant + (exponent % 2 == 0 ? 1 : 0) + 1) / 2
        return 1 + pairs + (number.isNegative ? 1 : 0)
    }

    private static let zero = UInt8(ascii: "0")
}

/// A number taken apart from its normal text.
struct PlainNumber {
    let isNegative: Bool
    /// The digits before the decimal point and those behind it.
    let whole: [UInt8]
    let fraction: [UInt8]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        isNegative = bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? Array(bytes.dropFirst()) : bytes
        let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
        whole = Array(digits[..<point])
        fraction = Array(digits[point...].dropFirst())
    }
}

// Key attributes as bytes that sort the way DynamoDB sorts them.

import ApusModel

// The format is written down in docs/formats/keys.md, with its test vectors.
extension [UInt8] {
    /// Appends a key value so that encodings compare as the values do, and none is a prefix of another.
    ///
    /// - Precondition: the value is a string, a number or binary.
    package mutating func appendKey(_ value: AttributeValue) {
        switch value {
        case .string(let text): text.withBytes { appendKey(bytes: $0) }
        case .binary(let bytes): bytes.withUnsafeBytes { appendKey(bytes: $0) }
        case .number(let number): appendKey(number)
        default: preconditionFailure("a key attribute is a string, a number or binary")
        }
    }

    /// The values of a key, one after another.
    init(encoding values: [AttributeValue]) {
        self.init()
        for value in values { appendKey(value) }
    }

    /// Appends the beginning that the encodings of all values with this beginning have in common.
    ///
    /// - Precondition: the value is a string or binary.
    package mutating func appendKeyPrefix(_ value: AttributeValue) {
        appendKey(value)
        removeLast(KeyEncoding.terminator.count)
    }

    private mutating func appendKey(bytes: UnsafeRawBufferPointer) {
        var plainStart = 0
        for (index, byte) in bytes.enumerated() where byte == 0 {
            append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[plainStart..<index]))
            append(contentsOf: KeyEncoding.escapedZero)
            plainStart = index + 1
        }
        append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[plainStart...]))
        append(contentsOf: KeyEncoding.terminator)
    }

    private mutating func appendKey(_ number: Number) {
        guard number.coefficient != 0 else {
            append(KeyEncoding.zero)
            return
        }
        append(number.isNegative ? KeyEncoding.negative : KeyEncoding.positive)
        let start = count
        append(UInt8(number.magnitude - Limits.numberMagnitude.lowerBound))
        appendDigitPairs(of: number.coefficient)
        append(0)
        // The larger the magnitude of a negative number, the earlier it stands.
        if number.isNegative {
            for index in start..<count { self[index] = ~self[index] }
        }
    }

    /// Appends the digits two by two, each pair as 1 to 100, so that the 0 at the end stands before them all.
    private mutating func appendDigitPairs(of coefficient: UInt128) {
        var digits: [UInt8] = []
        digits.reserveCapacity(Limits.numberDigits + 1)
        DecimalDigits.appendText(of: coefficient, to: &digits)
        if !digits.count.isMultiple(of: 2) { digits.append(UInt8(ascii: "0")) }
        for index in stride(from: 0, to: digits.count, by: 2) {
            let tens = digits[index] - UInt8(ascii: "0")
            append(tens * 10 + (digits[index + 1] - UInt8(ascii: "0")) + 1)
        }
    }
}

private enum KeyEncoding {
    static let escapedZero: [UInt8] = [0x00, 0xFF]
    static let terminator: [UInt8] = [0x00, 0x01]
    static let negative: UInt8 = 0x7F
    static let zero: UInt8 = 0x80
    static let positive: UInt8 = 0x81
}

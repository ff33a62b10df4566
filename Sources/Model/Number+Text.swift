// Numbers from text and back to their normal text form.

extension Number {
    /// Reads a number: optional sign, digits, optional fraction, optional exponent; no blanks.
    ///
    /// - Throws: a validation error in the service's words for text that is no number, has more than 38 significant
    ///   digits, or is out of range.
    package init(_ text: String) throws(ServiceError) {
        var reading = NumberReading()
        let isWhole = text.withBytes { reading.read($0) }
        guard isWhole else {
            let tail = text.isEmpty ? "" : ": \(text)"
            throw .validation("The parameter cannot be converted to a numeric value\(tail)")
        }
        guard !reading.hasTooManyDigits else { throw Self.tooManyDigits }
        try self.init(coefficient: reading.coefficient, exponent: reading.exponent, isNegative: reading.isNegative)
    }

    /// Reads a number such as `-12.5` or `1e10`; nil where the text is none that DynamoDB can hold without a loss:
    /// 38 significant digits, and a magnitude from 1E-130 to 9.99E+125.
    public init?(exactly text: String) {
        guard let number = try? Number(text) else { return nil }
        self = number
    }

    /// Appends the normal form: plain decimal, no exponent, no needless zeros.
    package func appendText(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let zero = UInt8(ascii: "0")
        guard exponent < 0 else {
            DecimalDigits.appendText(of: coefficient, to: &bytes)
            bytes.append(contentsOf: repeatElement(zero, count: Int(exponent)))
            return
        }
        let pointFromEnd = -Int(exponent)
        let digits = DecimalDigits.count(coefficient)
        if pointFromEnd >= digits {
            bytes.append(zero)
            bytes.append(UInt8(ascii: "."))
            bytes.append(contentsOf: repeatElement(zero, count: pointFromEnd - digits))
            DecimalDigits.appendText(of: coefficient, to: &bytes)
        } else {
            DecimalDigits.appendText(of: coefficient, to: &bytes)
            bytes.insert(UInt8(ascii: "."), at: bytes.count - pointFromEnd)
        }
    }
}

extension Number: CustomStringConvertible {
    /// The normal form: plain decimal, no exponent, no needless zeros.
    public var description: String {
        var bytes: [UInt8] = []
        appendText(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What has been gathered of a number while its text is read.
private struct NumberReading {
    var coefficient: UInt128 = 0
    var exponent = 0
    var isNegative = false
    var hasTooManyDigits = false

    private var digits = 0
    // Zeros are held back until a digit follows them: those at the end do not count as significant.
    private var heldZeros = 0

    /// Reads the whole text; false where it is no number.
    mutating func read(_ text: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        readSign(text, &position, &isNegative)
        let whole = readDigits(text, &position, isFraction: false)
        var fraction = 0
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position += 1
            fraction = readDigits(text, &position, isFraction: true)
        }
        guard whole + fraction > 0 else { return false }
        exponent += heldZeros
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            guard readExponent(text, &position) else { return false }
        }
        return position == text.count
    }

    private func readSign(_ text: UnsafeRawBufferPointer, _ position: inout Int, _ isNegative: inout Bool) {
        guard position < text.count else { return }
        if text[position] == UInt8(ascii: "-") {
            isNegative = true
            position += 1
        } else if text[position] == UInt8(ascii: "+") {
            position += 1
        }
    }

    private mutating func readDigits(_ text: UnsafeRawBufferPointer, _ position: inout Int, isFraction: Bool) -> Int {
        let start = position
        while position < text.count, case let digit = text[position] &- UInt8(ascii: "0"), digit < 10 {
            if isFraction { exponent -= 1 }
            take(digit)
            position += 1
        }
        return position - start
    }

    private mutating func take(_ digit: UInt8) {
        if digit == 0 {
            if digits > 0 { heldZeros += 1 }
            return
        }
        digits += heldZeros + 1
        guard digits <= Limits.numberDigits else {
            hasTooManyDigits = true
            digits = Limits.numberDigits + 1
            heldZeros = 0
            return
        }
        coefficient = coefficient * DecimalDigits.powersOfTen[heldZeros + 1] + UInt128(digit)
        heldZeros = 0
    }

    private mutating func readExponent(_ text: UnsafeRawBufferPointer, _ position: inout Int) -> Bool {
        var exponentIsNegative = false
        readSign(text, &position, &exponentIsNegative)
        let start = position
        var value = 0
        while position < text.count, case let digit = text[position] &- UInt8(ascii: "0"), digit < 10 {
            // Far beyond every limit already; what follows cannot bring it back.
            if value < 100_000_000 { value = value * 10 + Int(digit) }
            position += 1
        }
        exponent += exponentIsNegative ? -value : value
        return position > start
    }
}

// A pull parser for JSON over raw bytes: it makes no tree, and never traps on what it is fed.

import ApusModel

/// Reads one JSON text from front to back, value by value, as its caller asks for them.
///
/// The reader borrows its bytes: it is valid only while the buffer it was made with is. Whatever is malformed is a
/// `SerializationException` without text, as the service answers it.
package struct JSONReader {
    /// What kind of value comes next.
    package enum Kind {
        case object, array, string, number, bool(Bool), null
    }

    /// How deep objects and arrays may lie in one another. The deepest valid request has about 70 levels.
    package static let depthLimit = 512

    let bytes: UnsafeRawBufferPointer
    private(set) var position = 0
    private var depth = 0
    private var isAtFirstMember = false

    static let malformed = ServiceError.serialization(nil)

    package init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Skips white space and tells the kind of the value that begins here, without consuming it.
    package mutating func peekKind() throws(ServiceError) -> Kind {
        switch try nextByte() {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "t"): .bool(true)
        case UInt8(ascii: "f"): .bool(false)
        case UInt8(ascii: "n"): .null
        default: throw Self.malformed
        }
    }

    // MARK: Objects and arrays

    /// Enters the object that begins here.
    package mutating func beginObject() throws(ServiceError) {
        try begin(UInt8(ascii: "{"))
    }

    /// Enters the array that begins here.
    package mutating func beginArray() throws(ServiceError) {
        try begin(UInt8(ascii: "["))
    }

    private mutating func begin(_ bracket: UInt8) throws(ServiceError) {
        guard try nextByte() == bracket, depth < Self.depthLimit else { throw Self.malformed }
        position += 1
        depth += 1
        isAtFirstMember = true
    }

    /// Goes to the next member's value and answers its name; nil, having left the object, after the last.
    package mutating func nextName() throws(ServiceError) -> JSONName? {
        guard try advance(closing: UInt8(ascii: "}")) else { return nil }
        guard try nextByte() == UInt8(ascii: "\"") else { throw Self.malformed }
        let name = try readName()
        guard try nextByte() == UInt8(ascii: ":") else { throw Self.malformed }
        position += 1
        return name
    }

    /// Goes to the next element; false, having left the array, after the last.
    package mutating func nextElement() throws(ServiceError) -> Bool {
        try advance(closing: UInt8(ascii: "]"))
    }

    private mutating func advance(closing bracket: UInt8) throws(ServiceError) -> Bool {
        let byte = try nextByte()
        if byte == bracket {
            position += 1
            depth -= 1
            isAtFirstMember = false
            return false
        }
        if isAtFirstMember {
            isAtFirstMember = false
            return true
        }
        guard byte == UInt8(ascii: ",") else { throw Self.malformed }
        position += 1
        return true
    }

    // MARK: Scalars

    /// Consumes `null`, `true` or `false`, which `peekKind` has announced.
    package mutating func consumeLiteral(_ text: StaticString) throws(ServiceError) {
        let length = text.utf8CodeUnitCount
        guard bytes.count - position >= length,
            UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
                .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: length))
        else { throw Self.malformed }
        position += length
    }

    /// Consumes a number and answers its characters.
    package mutating func readNumber() throws(ServiceError) -> UnsafeRawBufferPointer {
        let start = position
        if peek() == UInt8(ascii: "-") { position += 1 }
        if peek() == UInt8(ascii: "0") {
            position += 1
        } else {
            try skipDigits()
        }
        if peek() == UInt8(ascii: ".") {
            position += 1
            try skipDigits()
        }
        if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            try skipDigits()
        }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
    }

    private mutating func skipDigits() throws(ServiceError) {
        let start = position
        while let byte = peek(), byte &- UInt8(ascii: "0") < 10 { position += 1 }
        guard position > start else { throw Self.malformed }
    }

    /// Consumes a string.
    package mutating func readString() throws(ServiceError) -> String {
        let (content, isPlain) = try scanString()
        return isPlain ? try Self.text(of: content) : try JSONEscapes.text(of: content)
    }

    /// Consumes a string and lends its bytes, with escapes resolved, to `body`; they need not be valid UTF-8.
    mutating func withStringBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws(ServiceError) -> Result
    ) throws(ServiceError) -> Result {
        let (content, isPlain) = try scanString()
        if isPlain { return try body(content) }
        var text = try JSONEscapes.text(of: content)
        text.makeContiguousUTF8()
        let bytes = Array(text.utf8)
        let outcome = bytes.withUnsafeBytes { bytes -> Swift.Result<Result, ServiceError> in
            do throws(ServiceError) { return .success(try body(bytes)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    /// The text of bytes that hold no escape.
    static func text(of content: UnsafeRawBufferPointer) throws(ServiceError) -> String {
        let text = String(decoding: content, as: UTF8.self)
        // Decoding mends what is not UTF-8, and so changes it. This is several times faster than validating first.
        guard text.withBytes({ $0.count == content.count && $0.compare(with: content) == 0 }) else {
            throw malformed
        }
        return text
    }

    private mutating func readName() throws(ServiceError) -> JSONName {
        let (content, isPlain) = try scanString()
        guard isPlain else { return JSONName(unescaped: try JSONEscapes.text(of: content)) }
        // Most names are compared as bytes and never become text, but text they must be.
        if content.contains(where: { $0 >= 0x80 }) { _ = try Self.text(of: content) }
        return JSONName(content)
    }

    /// Consumes a string and answers what stands between the quotes, and whether it holds no escape.
    private mutating func scanString() throws(ServiceError) -> (content: UnsafeRawBufferPointer, isPlain: Bool) {
        guard try nextByte() == UInt8(ascii: "\"") else { throw Self.malformed }
        position += 1
        let start = position
        var isPlain = true
        while true {
            position = bytes.firstSpecialByte(from: position)
            guard position < bytes.count else { throw Self.malformed }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return (UnsafeRawBufferPointer(rebasing: bytes[start..<position - 1]), isPlain)
            case UInt8(ascii: "\\"):
                isPlain = false
                // What is escaped is looked at later, when the string is known to end.
                position = min(position + 2, bytes.count)
            default: throw Self.malformed
            }
        }
    }

    // MARK: The whole text

    /// Consumes the value that begins here, whatever it is. The limit in depth bounds the recursion.
    package mutating func skipValue() throws(ServiceError) {
        switch try peekKind() {
        case .object:
            try beginObject()
            while try nextName() != nil { try skipValue() }
        case .array:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .string: _ = try readString()
        case .number: _ = try readNumber()
        case .bool(let value): try consumeLiteral(value ? "true" : "false")
        case .null: try consumeLiteral("null")
        }
    }

    /// Consumes a value of any kind and answers its text as it stands.
    package mutating func rawValue() throws(ServiceError) -> [UInt8] {
        _ = try peekKind()
        let start = position
        try skipValue()
        return Array(bytes[start..<position])
    }

    /// Throws unless the bytes are one well-formed JSON object and nothing else.
    package static func requireObject(_ bytes: UnsafeRawBufferPointer) throws(ServiceError) {
        var reader = JSONReader(bytes)
        guard case .object = try reader.peekKind() else { throw malformed }
        try reader.skipValue()
        try reader.requireEnd()
    }

    /// Throws unless nothing but white space is left.
    package mutating func requireEnd() throws(ServiceError) {
        skipWhiteSpace()
        guard position == bytes.count else { throw Self.malformed }
    }

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func nextByte() throws(ServiceError) -> UInt8 {
        skipWhiteSpace()
        guard position < bytes.count else { throw Self.malformed }
        return bytes[position]
    }

    private mutating func skipWhiteSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }
}

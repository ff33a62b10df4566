// JSON written straight into bytes.

import ApusModel

/// Writes one JSON text, value by value; commas come on their own.
///
/// It owns the memory it writes to, because appending to an array byte by byte costs several times as much.
package struct JSONWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    private var needsComma = false

    package init(reservingBytes capacity: Int = 512) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit {
        start.deallocate()
    }

    /// What has been written so far.
    package var bytes: [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    // MARK: Bytes

    private mutating func reserve(_ bytes: Int) {
        if capacity - count < bytes { grow(by: bytes) }
    }

    private mutating func grow(by bytes: Int) {
        capacity = max(2 * capacity, count + bytes)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    private mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        UnsafeMutableRawPointer(start + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    private mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func append(ascii text: some StringProtocol) {
        for byte in text.utf8 { append(byte) }
    }

    private mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    // MARK: Objects and arrays

    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        beginObject()
        try members(&self)
        endObject()
    }

    package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        beginArray()
        try elements(&self)
        endArray()
    }

    package mutating func beginObject() { open(UInt8(ascii: "{")) }
    package mutating func endObject() { close(UInt8(ascii: "}")) }
    package mutating func beginArray() { open(UInt8(ascii: "[")) }
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    private mutating func open(_ bracket: UInt8) {
        separate()
        append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        append(bracket)
        needsComma = true
    }

    // MARK: Names

    /// Writes the name of the next member; a literal needs no escapes.
    package mutating func name(_ name: StaticString) {
        separate()
        reserve(name.utf8CodeUnitCount + 3)
        append(UInt8(ascii: "\""))
        append(name)
        append("\":")
        needsComma = false
    }

    /// Writes the name of the next member.
    package mutating func name(_ name: String) {
        name.withBytes { self.name($0) }
    }

    /// Writes the name of the next member from its UTF-8 bytes.
    package mutating func name(_ name: UnsafeRawBufferPointer) {
        string(name)
        append(UInt8(ascii: ":"))
        needsComma = false
    }

    // MARK: Scalars

    package mutating func string(_ text: String) {
        text.withBytes { string($0) }
    }

    /// Writes a string from its UTF-8 bytes.
    package mutating func string(_ text: UnsafeRawBufferPointer) {
        separate()
        reserve(text.count + 2)
        append(UInt8(ascii: "\""))
        var plainStart = 0
        while true {
            let plainEnd = text.firstSpecialByte(from: plainStart)
            append(UnsafeRawBufferPointer(rebasing: text[plainStart..<plainEnd]))
            guard plainEnd < text.count else { break }
            appendEscape(of: text[plainEnd])
            plainStart = plainEnd + 1
        }
        append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func appendEscape(of byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        default:
            append(byte < 0x10 ? "u000" : "u001")
            append(ascii: String(byte & 15, radix: 16))
        }
    }

    /// Writes bytes as a base64 string.
    package mutating func blob(_ blob: UnsafeRawBufferPointer) {
        var text: [UInt8] = []
        text.reserveCapacity((blob.count + 2) / 3 * 4)
        Base64.append(blob, to: &text)
        quoted(text)
    }

    /// Writes a number as a string, the form it has in attribute values.
    package mutating func numberText(_ number: Number) {
        var text: [UInt8] = []
        text.reserveCapacity(Limits.numberDigits + 4)
        number.appendText(to: &text)
        quoted(text)
    }

    /// Writes a string of bytes that need no escapes.
    private mutating func quoted(_ text: [UInt8]) {
        separate()
        append(UInt8(ascii: "\""))
        append(text)
        append(UInt8(ascii: "\""))
        needsComma = true
    }

    package mutating func bool(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    package mutating func integer(_ value: Int) {
        separate()
        append(ascii: String(value))
        needsComma = true
    }

    /// Writes a finite number; a whole one keeps its `.0`, as capacity units have it.
    package mutating func double(_ value: Double) {
        separate()
        append(ascii: "\(value)")
        needsComma = true
    }

    /// Writes a point in time as seconds since 1970, to the millisecond.
    package mutating func timestamp(_ time: Timestamp) {
        separate()
        let (seconds, rest) = time.milliseconds.quotientAndRemainder(dividingBy: 1_000)
        append(ascii: "\(seconds).")
        append(ascii: String(1_000 + rest).dropFirst())
        needsComma = true
    }

    /// Inserts a value that is JSON already.
    package mutating func value(_ json: [UInt8]) {
        separate()
        append(json)
        needsComma = true
    }

    private mutating func raw(_ literal: StaticString) {
        separate()
        append(literal)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { append(UInt8(ascii: ",")) }
    }
}

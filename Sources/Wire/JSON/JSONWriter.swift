// JSON written straight into bytes.

import ApusModel

/// Writes one JSON text, value by value; commas come on their own.
package struct JSONWriter {
    package private(set) var bytes: [UInt8]
    private var needsComma = false

    package init(reservingBytes capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
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
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    // MARK: Names

    /// Writes the name of the next member; a literal needs no escapes.
    package mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes the name of the next member.
    package mutating func name(_ name: String) {
        name.withBytes { self.name($0) }
    }

    /// Writes the name of the next member from its UTF-8 bytes.
    package mutating func name(_ name: UnsafeRawBufferPointer) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    // MARK: Scalars

    package mutating func string(_ text: String) {
        text.withBytes { string($0) }
    }

    /// Writes a string from its UTF-8 bytes.
    package mutating func string(_ text: UnsafeRawBufferPointer) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var plainStart = 0
        for (index, byte) in text.enumerated()
        where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[plainStart..<index]))
            appendEscape(of: byte)
            plainStart = index + 1
        }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[plainStart...]))
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            let hexDigits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hexDigits[Int(byte >> 4)])
            bytes.append(hexDigits[Int(byte & 15)])
        }
    }

    /// Writes bytes as a base64 string.
    package mutating func blob(_ blob: [UInt8]) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        Base64.append(blob, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Writes a number as a string, the form it has in attribute values.
    package mutating func numberText(_ number: Number) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        number.appendText(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    package mutating func bool(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    package mutating func integer(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    /// Writes a finite number; a whole one keeps its `.0`, as capacity units have it.
    package mutating func double(_ value: Double) {
        separate()
        bytes.append(contentsOf: "\(value)".utf8)
        needsComma = true
    }

    /// Writes a point in time as seconds since 1970, to the millisecond.
    package mutating func timestamp(_ time: Timestamp) {
        separate()
        let (seconds, rest) = time.milliseconds.quotientAndRemainder(dividingBy: 1_000)
        bytes.append(contentsOf: "\(seconds).".utf8)
        bytes.append(contentsOf: String(1_000 + rest).utf8.dropFirst())
        needsComma = true
    }

    /// Inserts a value that is JSON already.
    package mutating func value(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    private mutating func raw(_ literal: StaticString) {
        separate()
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }
}

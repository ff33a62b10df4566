// The escapes of JSON strings, resolved.

import ApusModel

/// Turns the inside of a JSON string that holds escapes into text.
enum JSONEscapes {
    /// - Throws: a `SerializationException` for an unknown escape, half a surrogate pair, or invalid UTF-8.
    static func text(of content: UnsafeRawBufferPointer) throws(ServiceError) -> String {
        var resolved: [UInt8] = []
        resolved.reserveCapacity(content.count)
        var position = 0
        while position < content.count {
            let byte = content[position]
            position += 1
            if byte != UInt8(ascii: "\\") {
                resolved.append(byte)
            } else {
                try appendEscape(of: content, at: &position, to: &resolved)
            }
        }
        guard let text = String(validating: resolved, as: UTF8.self) else { throw JSONReader.malformed }
        return text
    }

    private static func appendEscape(
        of content: UnsafeRawBufferPointer,
        at position: inout Int,
        to resolved: inout [UInt8]
    ) throws(ServiceError) {
        guard position < content.count else { throw JSONReader.malformed }
        let letter = content[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): resolved.append(letter)
        case UInt8(ascii: "b"): resolved.append(0x08)
        case UInt8(ascii: "f"): resolved.append(0x0C)
        case UInt8(ascii: "n"): resolved.append(0x0A)
        case UInt8(ascii: "r"): resolved.append(0x0D)
        case UInt8(ascii: "t"): resolved.append(0x09)
        case UInt8(ascii: "u"):
            let scalar = try scalar(of: content, at: &position)
            resolved.append(contentsOf: UTF8.encode(scalar)!)
        default: throw JSONReader.malformed
        }
    }

    private static func scalar(
        of content: UnsafeRawBufferPointer,
        at position: inout Int
    ) throws(ServiceError) -> Unicode.Scalar {
        let first = try unit(of: content, at: &position)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(UInt16(first)), position + 1 < content.count,
            content[position] == UInt8(ascii: "\\"), content[position + 1] == UInt8(ascii: "u")
        else { throw JSONReader.malformed }
        position += 2
        let second = try unit(of: content, at: &position)
        guard UTF16.isTrailSurrogate(UInt16(second)) else { throw JSONReader.malformed }
        let scalar = Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF)))
        guard let scalar else { throw JSONReader.malformed }
        return scalar
    }

    private static func unit(
        of content: UnsafeRawBufferPointer,
        at position: inout Int
    ) throws(ServiceError) -> UInt32 {
        guard position + 4 <= content.count else { throw JSONReader.malformed }
        var value: UInt32 = 0
        for offset in position..<position + 4 {
            guard let digit = Character(Unicode.Scalar(content[offset])).hexDigitValue, content[offset] < 0x80 else {
                throw JSONReader.malformed
            }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }
}

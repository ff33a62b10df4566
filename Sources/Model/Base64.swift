// Base64 with the standard alphabet and padding, as blobs travel in JSON.

/// The coding of blobs. Errors are in the words of the service's deserializer.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let invalid: UInt8 = 0xFF

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: invalid, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// - Throws: a `SerializationException` for a length that is no multiple of 4, an unknown letter, or padding out
    ///   of place.
    package static func decode(_ text: UnsafeRawBufferPointer) throws(ServiceError) -> [UInt8] {
        guard text.count.isMultiple(of: 4) else {
            throw .serialization(
                "Base64 encoded length is expected a multiple of 4 bytes but found: \(text.count)"
            )
        }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count / 4 * 3)
        var (bits, count): (UInt32, Int) = (0, 0)
        for letter in text.dropLast(padding) {
            let value = values[Int(letter)]
            guard value != invalid else {
                throw .serialization("Invalid Base64 character: '\(Character(Unicode.Scalar(letter)))'")
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        // What is left of the last letter must be zeros, or two texts would stand for the same bytes.
        guard bits & (1 << UInt32(count) - 1) == 0 else {
            throw .serialization("Invalid last non-pad Base64 character dectected")
        }
        return decoded
    }

    package static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let group =
                UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
                | (left > 2 ? UInt32(bytes[index + 2]) : 0)
            text.append(alphabet[Int(group >> 18)])
            text.append(alphabet[Int(group >> 12 & 63)])
            text.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
            text.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
            index += 3
        }
    }

    package static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        bytes.withUnsafeBytes { append($0, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }
}

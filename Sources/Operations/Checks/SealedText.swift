// Texts that a client is given and hands back as they are: places from which it may go on.

import ApusModel

/// Bytes as a base64 text with a check value, which finds out texts that were changed, cut off or made up.
///
/// The check value is no secret, so what is in a text must be such that whoever makes one up gains nothing.
enum SealedText {
    /// - Parameter purpose: what the text is for. It opens for nothing else.
    static func seal(_ bytes: [UInt8], for purpose: String) -> String {
        Base64.text(of: bytes + checkValue(of: bytes, for: purpose))
    }

    /// The bytes of a text that was sealed for this purpose; nil for any other text.
    static func open(_ text: String, for purpose: String) -> [UInt8]? {
        guard let sealed = Array(text.utf8).withUnsafeBytes({ try? Base64.decode($0) }), sealed.count >= checkBytes
        else { return nil }
        let bytes = Array(sealed.dropLast(checkBytes))
        return checkValue(of: bytes, for: purpose).elementsEqual(sealed.suffix(checkBytes)) ? bytes : nil
    }

    private static let checkBytes = 8

    /// FNV-1a of 64 bits, mixed.
    private static func checkValue(of bytes: [UInt8], for purpose: String) -> [UInt8] {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in Array(purpose.utf8) + [0] + bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }
}

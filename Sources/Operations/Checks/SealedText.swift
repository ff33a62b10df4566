// Texts that a client is given and hands back as they are: places from which it may go on.

import ApusModel

/// Bytes as a base64 text with a check value, which finds out texts that were changed, cut off or made up.
///
/// The check value is no secret, so what is in a text must be such that whoever makes one up gains nothing.
enum SealedText {
    private static let checkBytes = 8

    /// - Parameter purpose: what the text is for. It opens for nothing else.
    static func seal(_ bytes: [UInt8], for purpose: Fingerprint) -> String {
        Base64.text(of: bytes + checkValue(of: bytes, for: purpose))
    }

    /// The bytes of a text that was sealed for this purpose; nil for any other text.
    static func open(_ text: String, for purpose: Fingerprint) -> [UInt8]? {
        guard let sealed = try? Array(text.utf8).withUnsafeBytes({ try Base64.decode($0) }), sealed.count >= checkBytes
        else { return nil }
        let bytes = Array(sealed.dropLast(checkBytes))
        return checkValue(of: bytes, for: purpose).elementsEqual(sealed.suffix(checkBytes)) ? bytes : nil
    }

    private static func checkValue(of bytes: [UInt8], for purpose: Fingerprint) -> [UInt8] {
        var fingerprint = purpose
        fingerprint.add(bytes)
        return withUnsafeBytes(of: UInt64(truncatingIfNeeded: fingerprint.value).bigEndian) { Array($0) }
    }
}

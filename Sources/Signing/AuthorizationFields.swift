// The fields of an `Authorization` header, found in one walk over its bytes.

/// The algorithm of the header, and those of its fields that the service knows.
struct AuthorizationFields {
    let algorithm: Substring
    let credential: Substring?
    let signedHeaders: Substring?
    let signature: Substring?

    /// Nil where the header is none of Signature Version 4.
    init?(_ header: String) {
        var header = header
        var ranges = FieldRanges()
        header.withUTF8 { ranges.read($0) }
        func text(_ range: Range<Int>?) -> Substring? { range.map { header.text(ofBytes: $0) } }
        guard let algorithm = text(ranges.algorithm), algorithm.hasPrefix("AWS4-") else { return nil }
        self.algorithm = algorithm
        credential = text(ranges.credential)
        signature = text(ranges.signature)
        signedHeaders = text(ranges.signedHeaders)
    }
}

/// Where the fields stand in the bytes of the header.
private struct FieldRanges {
    private(set) var algorithm: Range<Int>?
    private(set) var credential: Range<Int>?
    private(set) var signedHeaders: Range<Int>?
    private(set) var signature: Range<Int>?

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, !Self.isSeparator(bytes[end]) { end += 1 }
            if start < end { readField(bytes, start..<end) }
            start = end + 1
        }
    }

    private mutating func readField(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard algorithm != nil else {
            algorithm = range
            return
        }
        guard let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")) else { return }
        let name = UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<equals])
        let value = equals + 1..<range.upperBound
        switch String(decoding: name, as: UTF8.self) {
        case "Credential": credential = value.isEmpty ? nil : value
        case "Signature": signature = value.isEmpty ? nil : value
        // The service lets an empty list pass here; it fails later, for want of `host`.
        case "SignedHeaders": signedHeaders = value
        default: break
        }
    }

    // The service takes `, ` and `,` between the fields; spaces alone do no harm.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ")
    }
}

extension String {
    /// The text of a range of its bytes, without a copy.
    fileprivate func text(ofBytes range: Range<Int>) -> Substring {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}

// The credential of a signature, taken apart.

/// An access key id and its scope, as a request names them.
struct ClaimedCredential {
    let accessKeyID: String
    let scope: CredentialScope

    init(_ text: Substring) throws(SigningFault) {
        var copy = text
        guard let credential = copy.withUTF8(ClaimedCredential.init(bytes:)) else {
            throw .incomplete(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
                    + "got '\(text)'"
            )
        }
        self = credential
    }

    private init?(bytes: UnsafeBufferPointer<UInt8>) {
        var parts = SlashedParts(bytes)
        guard let accessKeyID = parts.next(), let date = parts.next(), let region = parts.next(),
            let service = parts.next(), let terminator = parts.next(), parts.isAtEnd
        else { return nil }
        self.accessKeyID = accessKeyID
        scope = CredentialScope(date: date, region: region, service: service, terminator: terminator)
    }
}

/// Reads the parts between slashes, one after another, without an array of them.
private struct SlashedParts {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var start = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        // The service ignores slashes at the end.
        end = bytes.lastIndex { $0 != UInt8(ascii: "/") }.map { $0 + 1 } ?? 0
    }

    var isAtEnd: Bool { start >= end }

    mutating func next() -> String? {
        guard !isAtEnd else { return nil }
        let slash = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
        defer { start = slash + 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<slash]), as: UTF8.self)
    }
}

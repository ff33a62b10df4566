// A request as a signature sees it, and its canonical form.

/// All of a request that goes into its signature.
package struct SignableRequest: Sendable {
    package typealias Header = (name: String, value: String)

    package let method: String
    /// The path as it stands in the address.
    package let path: String
    /// The query as it stands in the address, without the question mark.
    package let query: String
    package let headers: [Header]
    package let payloadHash: HexDigest

    package init(
        method: String = "POST",
        path: String = "/",
        query: String = "",
        headers: [Header],
        payloadHash: HexDigest
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.payloadHash = payloadHash
    }

    /// The canonical form, with the headers of a list such as `host;x-amz-date`; a pre-signed query does not sign
    /// the signature that it carries.
    func canonicalBytes(signedHeaders: Substring, isPresigned: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.append(line: method.utf8)
        bytes.append(line: CanonicalPath(path).bytes)
        bytes.append(line: query.isEmpty ? [] : QueryParameters(query).canonicalBytes(isPresigned: isPresigned))
        for name in signedHeaders.utf8.split(separator: UInt8(ascii: ";")) {
            appendHeader(name, to: &bytes)
        }
        bytes.append(newline)
        bytes.append(line: signedHeaders.utf8)
        bytes += payloadHash.digits
        return bytes
    }

    /// Appends one header with all its values, in the order of the request.
    private func appendHeader(_ name: Substring.UTF8View, to bytes: inout [UInt8]) {
        bytes += name
        var separator = UInt8(ascii: ":")
        for header in headers where header.name.utf8.elementsEqual(name, by: Self.isSameLetter) {
            bytes.append(separator)
            bytes.append(trimmed: header.value.utf8)
            separator = UInt8(ascii: ",")
        }
        // A header that is signed but absent counts as empty.
        if separator == UInt8(ascii: ":") { bytes.append(separator) }
        bytes.append(newline)
    }

    private static func isSameLetter(_ left: UInt8, _ right: UInt8) -> Bool {
        left == right || (left | 0x20 == right | 0x20 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(left | 0x20))
    }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")

extension [UInt8] {
    fileprivate mutating func append(line: some Sequence<UInt8>) {
        self += line
        append(newline)
    }

    /// Appends a value without the spaces at its ends, and with one space for each run of them within.
    fileprivate mutating func append(trimmed value: String.UTF8View) {
        var isSpaceDue = false
        var isAtStart = true
        for byte in value {
            if byte == space || byte == UInt8(ascii: "\t") {
                isSpaceDue = !isAtStart
                continue
            }
            if isSpaceDue { append(space) }
            append(byte)
            (isSpaceDue, isAtStart) = (false, false)
        }
    }
}

// The query of a request to the admin interface.

/// Names and values out of the part of a URI behind the question mark.
struct AdminQuery {
    private let values: [String: String]

    init(_ query: Substring) {
        var values: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(parts[0])] = parts.count == 2 ? parts[1].withoutPercentEncoding : ""
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }
}

extension StringProtocol {
    /// The text with `%41` and the like decoded; what is no such thing stays as it is.
    var withoutPercentEncoding: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            let isCode = digits.utf8.count == 2 && digits.allSatisfy(\.isHexDigit)
            if byte == UInt8(ascii: "%"), isCode, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

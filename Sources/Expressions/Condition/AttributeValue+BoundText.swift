// Values as the messages about the bounds of a BETWEEN print them.

import ApusModel

extension AttributeValue {
    /// `N:1`, `S:a`.
    var boundText: String {
        switch self {
        case .string(let text): "S:\(text)"
        case .number(let number): "N:\(number)"
        // How the service prints bytes here is not published; the protocol's own form is Base64.
        case .binary(let bytes): "B:\(Self.base64(bytes))"
        default: type.rawValue
        }
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let digit = Int(bits >> UInt32(18 - 6 * place) & 63)
                text.append(place <= group.count ? base64Digits[digit] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}

// Values as the messages about the bounds of a BETWEEN print them.

import ApusModel

extension AttributeValue {
    /// `N:1`, `S:a`.
    var boundText: String {
        switch self {
        case .string(let text): "S:\(text)"
        case .number(let number): "N:\(number)"
        // How the service prints bytes here is not published; the protocol's own form is Base64.
        case .binary(let bytes): "B:\(Base64.text(of: bytes))"
        default: type.rawValue
        }
    }
}

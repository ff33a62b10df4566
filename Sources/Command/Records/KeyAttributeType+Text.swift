// Key values out of text.

import ApusModel

extension KeyAttributeType {
    /// The value that a text stands for: bytes are written as base64.
    func value(of text: String) throws(ServiceError) -> AttributeValue {
        switch self {
        case .string: return .string(text)
        case .number: return .number(try Number(text))
        case .binary:
            let bytes = try Array(text.utf8).withUnsafeBufferPointer { (text) throws(ServiceError) in
                try Base64.decode(UnsafeRawBufferPointer(text))
            }
            return .binary(bytes)
        }
    }
}

extension KeyAttribute {
    /// The value that a text stands for in this attribute.
    func value(of text: String) throws(RecordFault) -> AttributeValue {
        do throws(ServiceError) {
            return try type.value(of: text)
        } catch {
            throw RecordFault("\(name): \(error.message ?? "no valid value")")
        }
    }
}

// JSON shown as people write it in YAML, on one line.

import ApusModel
import ApusWire

extension JSONReader {
    /// Reads a value, and shows a text that stands alone as it is, and everything else in the flow style of YAML.
    mutating func flowText() throws(ServiceError) -> String {
        guard case .string = try peekKind() else { return try flowValue() }
        return try readString()
    }

    /// Reads an object, and shows each member as its name and its value.
    mutating func flowMembers() throws(ServiceError) -> [String] {
        var members: [String] = []
        _ = try entries { name, reader throws(ServiceError) in members.append("\(name) \(try reader.flowText())") }
        return members
    }

    // The reader's own limit in depth bounds the recursion.
    private mutating func flowValue() throws(ServiceError) -> String {
        switch try peekKind() {
        case .object:
            var members: [String] = []
            _ = try entries { name, reader throws(ServiceError) in
                members.append("\(Self.flowScalar(name)): \(try reader.flowValue())")
            }
            return "{\(members.joined(separator: ", "))}"
        case .array:
            var values: [String] = []
            _ = try elements { reader throws(ServiceError) in values.append(try reader.flowValue()) }
            return "[\(values.joined(separator: ", "))]"
        case .string: return Self.flowScalar(try readString())
        case .number: return String(decoding: try readNumber(), as: UTF8.self)
        case .bool(let value):
            try consumeLiteral(value ? "true" : "false")
            return "\(value)"
        case .null:
            try consumeLiteral("null")
            return "null"
        }
    }

    /// A text, in quotes where it would be read as something else without them.
    private static func flowScalar(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789_-.".unicodeScalars.contains($0)
        }
        if isPlain, !text.hasPrefix("-"), PlainScalar(text) == .text { return text }
        var writer = JSONWriter()
        writer.string(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

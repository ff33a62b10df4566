// Items out of JSON as people write it.

import ApusModel
import ApusWire

extension JSONReader {
    /// Reads an object as the attributes of an item or of a map. Numbers keep all their digits.
    mutating func plainObject() throws(ServiceError) -> AttributeMap {
        var attributes: [AttributeMap.Attribute] = []
        _ = try entries { name, reader throws(ServiceError) in
            attributes.append(AttributeMap.Attribute(name: name, value: try reader.plainValue()))
        }
        return AttributeMap(distinct: attributes)
    }

    // The reader's own limit in depth bounds the recursion.
    private mutating func plainValue() throws(ServiceError) -> AttributeValue {
        switch try peekKind() {
        case .object: return .map(try plainObject())
        case .array:
            var values: [AttributeValue] = []
            _ = try elements { reader throws(ServiceError) in values.append(try reader.plainValue()) }
            return .list(values)
        case .string: return .string(try readString())
        case .number: return .number(try Number(String(decoding: try readNumber(), as: UTF8.self)))
        case .bool(let value):
            try consumeLiteral(value ? "true" : "false")
            return .bool(value)
        case .null:
            try consumeLiteral("null")
            return .null
        }
    }
}

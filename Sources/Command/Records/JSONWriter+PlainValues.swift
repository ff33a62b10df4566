// Items as JSON for people.

import ApusModel
import ApusWire

extension JSONWriter {
    /// Writes an item or a map: numbers with all their digits, sets as lists, bytes as base64.
    mutating func plainObject(_ attributes: AttributeMap) {
        object { writer in
            for attribute in attributes {
                writer.name(attribute.name)
                writer.plainValue(attribute.value)
            }
        }
    }

    /// Writes one value, without its type.
    mutating func plainValue(_ value: AttributeValue) {
        switch value {
        case .string(let text): string(text)
        case .number(let number): plainNumber(number)
        case .binary(let bytes): bytes.withUnsafeBytes { blob($0) }
        case .bool(let isTrue): bool(isTrue)
        case .null: self.value(Array("null".utf8))
        case .list(let elements): array { writer in elements.forEach { writer.plainValue($0) } }
        case .map(let attributes): plainObject(attributes)
        case .stringSet(let elements): array { writer in elements.forEach { writer.string($0) } }
        case .numberSet(let elements): array { writer in elements.forEach { writer.plainNumber($0) } }
        case .binarySet(let elements):
            array { writer in elements.forEach { element in element.withUnsafeBytes { writer.blob($0) } } }
        }
    }

    private mutating func plainNumber(_ number: Number) {
        var digits: [UInt8] = []
        number.appendText(to: &digits)
        value(digits)
    }
}

extension AttributeMap {
    /// The attributes as plain JSON, in one line.
    var plainJSON: String {
        var writer = JSONWriter()
        writer.plainObject(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

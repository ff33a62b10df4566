// Attribute values and maps of them, as JSON.

import ApusModel

extension JSONWriter {
    /// Writes attribute values under their names.
    package mutating func attributes(_ attributes: AttributeMap) {
        beginObject()
        for attribute in attributes {
            name(attribute.name)
            attributeValue(attribute.value)
        }
        endObject()
    }

    /// Writes one attribute value: an object whose only member is named after the type.
    package mutating func attributeValue(_ value: AttributeValue) {
        beginObject()
        switch value {
        case .string(let text):
            name("S")
            string(text)
        case .number(let number):
            name("N")
            numberText(number)
        case .binary(let bytes):
            name("B")
            bytes.withUnsafeBytes { blob($0) }
        case .bool(let value):
            name("BOOL")
            bool(value)
        case .null:
            name("NULL")
            bool(true)
        case .list(let elements):
            name("L")
            array { writer in elements.forEach { writer.attributeValue($0) } }
        case .map(let map):
            name("M")
            attributes(map)
        case .stringSet(let elements):
            name("SS")
            array { writer in elements.forEach { writer.string($0) } }
        case .numberSet(let elements):
            name("NS")
            array { writer in elements.forEach { writer.numberText($0) } }
        case .binarySet(let elements):
            name("BS")
            array { writer in elements.forEach { $0.withUnsafeBytes { writer.blob($0) } } }
        }
        endObject()
    }
}

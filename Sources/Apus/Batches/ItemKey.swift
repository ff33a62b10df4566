// Which item of a table a change is about.

import ApusModel
import ApusWire

/// The values of an item's key attributes. Two are equal where the table takes them for the same key.
package struct ItemKey: Hashable, Sendable {
    // The normal JSON of the values: numbers that are equal have the same text.
    private let bytes: [UInt8]

    /// Takes the key out of an item or out of a key on its own.
    package init(of attributes: AttributeMap, schema: KeySchema) throws(ItemKeyFault) {
        var writer = JSONWriter(reservingBytes: 64)
        for attribute in schema.attributes { try Self.write(attribute, of: attributes, to: &writer) }
        bytes = writer.bytes
    }

    private static func write(
        _ attribute: KeyAttribute,
        of attributes: AttributeMap,
        to writer: inout JSONWriter
    ) throws(ItemKeyFault) {
        guard let value = attributes[attribute.name] else { throw .missing(attribute) }
        guard attribute.type.matches(value) else { throw .wrongType(attribute, found: value.type) }
        writer.attributeValue(value)
    }
}

/// Why attributes hold no key of a table.
package enum ItemKeyFault: Error, Equatable, Sendable {
    case missing(KeyAttribute)
    case wrongType(KeyAttribute, found: AttributeType)
}

extension ItemKeyFault: CustomStringConvertible {
    /// What the service would say.
    package var description: String {
        switch self {
        case .missing(let attribute):
            "One or more parameter values were invalid: Missing the key \(attribute.name) in the item"
        case .wrongType(let attribute, let found):
            "One or more parameter values were invalid: Type mismatch for key \(attribute.name) "
                + "expected: \(attribute.type.rawValue) actual: \(found.rawValue)"
        }
    }
}

// The attribute definitions of a request, and the keys that are made with them.

import ApusModel
import ApusWire

/// The key attributes that a request defines, each once.
struct KeyAttributeTypes {
    /// In the order in which they were given.
    let attributes: [KeyAttribute]
    // Names differ where their bytes do, and a request may have very many, so they are not compared one by one.
    private let types: [[UInt8]: KeyAttributeType]

    init(_ definitions: [AttributeDefinition]) throws(ServiceError) {
        var attributes: [KeyAttribute] = []
        var types: [[UInt8]: KeyAttributeType] = [:]
        for definition in definitions {
            guard let name = definition.attributeName, let type = definition.attributeType?.value else { continue }
            let attribute = KeyAttribute(name: name, type: KeyAttributeType(type))
            guard types.updateValue(attribute.type, forKey: Array(name.utf8)) == nil else {
                throw .invalidParameter("Attribute Name is duplicated: \(name)")
            }
            attributes.append(attribute)
        }
        self.attributes = attributes
        self.types = types
    }

    /// The key that elements in their order describe; nil where an attribute has no definition.
    func keySchema(of elements: [KeySchemaElement]) -> KeySchema? {
        var partition: [KeyAttribute] = []
        var sort: [KeyAttribute] = []
        for element in elements {
            guard let type = types[Array(element.name.utf8)] else { return nil }
            let attribute = KeyAttribute(name: element.name, type: type)
            if element.isPartitionKey { partition.append(attribute) } else { sort.append(attribute) }
        }
        return partition.isEmpty ? nil : KeySchema(partition: partition, sort: sort)
    }
}

extension KeySchemaElement {
    var name: String { attributeName ?? "" }

    var isPartitionKey: Bool { keyType?.value == .hash }
}

extension KeyAttributeType {
    init(_ type: ScalarAttributeType) {
        switch type {
        case .string: self = .string
        case .number: self = .number
        case .binary: self = .binary
        }
    }
}

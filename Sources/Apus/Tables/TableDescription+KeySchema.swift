// The key of a table, out of what DescribeTable tells.

import ApusModel
import ApusWire

extension TableDescription {
    /// The key with its attributes' types; nil where the description does not tell all of it.
    package var typedKeySchema: KeySchema? {
        guard let partition = keyAttribute(.hash) else { return nil }
        guard (keySchema ?? []).count > 1 else { return KeySchema(partition: partition) }
        guard let sort = keyAttribute(.range) else { return nil }
        return KeySchema(partition: partition, sort: sort)
    }

    private func keyAttribute(_ keyType: KeyType) -> KeyAttribute? {
        let element = keySchema?.first { $0.keyType?.text == keyType.rawValue }
        guard let name = element?.attributeName else { return nil }
        let definition = attributeDefinitions?.first { $0.attributeName?.hasSameBytes(as: name) ?? false }
        guard let type = definition?.attributeType.flatMap({ KeyAttributeType(rawValue: $0.text) }) else { return nil }
        return KeyAttribute(name: name, type: type)
    }
}

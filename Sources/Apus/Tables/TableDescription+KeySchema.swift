// The key of a table, out of what DescribeTable tells.

import ApusModel

extension TableDescription {
    /// The key with its attributes' types; nil where the description does not tell all of it.
    package var typedKeySchema: KeySchema? {
        guard let keySchema, let partition = keyAttribute(.hash) else { return nil }
        guard keySchema.count > 1 else { return KeySchema(partition: partition) }
        guard let sort = keyAttribute(.range) else { return nil }
        return KeySchema(partition: partition, sort: sort)
    }

    private func keyAttribute(_ keyType: KeyType) -> KeyAttribute? {
        let element = keySchema?.first(where: { $0.keyType == keyType })
        guard let name = element?.attributeName else { return nil }
        let definition = attributeDefinitions?.first(where: { $0.attributeName.hasSameBytes(as: name) })
        guard let type = definition.flatMap({ KeyAttributeType(rawValue: $0.attributeType.rawValue) }) else {
            return nil
        }
        return KeyAttribute(name: name, type: type)
    }
}

// What becomes of a table's definition when an index is gone.

import ApusModel

extension TableDefinition {
    /// The definition without an index, and without the attributes that stood in no other key.
    func withoutIndex(_ id: UInt8) -> TableDefinition {
        var definition = self
        guard let position = indexes.firstIndex(where: { $0.id == id }) else { return definition }
        let gone = definition.indexes.remove(at: position)
        let keySchemas = [keySchema] + definition.indexes.map(\.keySchema)
        definition.attributeDefinitions.removeAll { attribute in
            gone.keySchema.contains(attribute.name) && !keySchemas.contains { $0.contains(attribute.name) }
        }
        return definition
    }
}

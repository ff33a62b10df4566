// A table as the service describes it: its key, and those of its indexes.

import Apus
import ApusModel

/// What cannot be done with a table, and why.
struct TableFault: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// A table that exists.
struct DescribedTable: Sendable {
    let name: String
    let description: TableDescription
    let keySchema: KeySchema

    init(_ name: String, at client: DynamoDBClient) async throws(TableFault) {
        guard let description = try await Self.description(of: name, at: client) else {
            throw TableFault("There is no table \(name) at \(client.place).")
        }
        guard let keySchema = description.typedKeySchema else {
            throw TableFault("\(client.place) does not tell the key of the table \(name).")
        }
        self.name = name
        self.description = description
        self.keySchema = keySchema
    }

    /// Nil where there is no such table.
    static func description(of name: String, at client: DynamoDBClient) async throws(TableFault) -> TableDescription? {
        do throws(CallError) {
            return try await client.describeTable(DescribeTableInput(tableName: name)).table
        } catch {
            if error.code == .resourceNotFound { return nil }
            throw TableFault("Could not look up the table \(name) at \(client.place): \(error)")
        }
    }

    /// The key of an index, or of the table itself where no index is named.
    func keySchema(ofIndex index: String?) throws(TableFault) -> KeySchema {
        guard let index else { return keySchema }
        guard let schema = description.keySchema(ofIndex: index) else {
            throw TableFault("The table \(name) has no index \(index).")
        }
        return schema
    }
}

extension DynamoDBClient {
    /// Where tables are looked for, in words.
    var place: String { "\(configuration.endpoint) in \(configuration.region)" }
}

extension TableDescription {
    /// The key of an index with the types of its attributes; nil where there is none of this name.
    func keySchema(ofIndex index: String) -> KeySchema? {
        let elements =
            globalSecondaryIndexes?.first { $0.indexName == index }?.keySchema
            ?? localSecondaryIndexes?.first { $0.indexName == index }?.keySchema
        guard let elements else { return nil }
        let partition = keyAttributes(elements, .hash)
        let sort = keyAttributes(elements, .range)
        guard !partition.isEmpty, partition.count + sort.count == elements.count else { return nil }
        return KeySchema(partition: partition, sort: sort)
    }

    private func keyAttributes(_ elements: [KeySchemaElement], _ keyType: KeyType) -> [KeyAttribute] {
        elements.filter { $0.keyType == keyType }.compactMap { element in
            let definition = attributeDefinitions?.first { $0.attributeName.hasSameBytes(as: element.attributeName) }
            let type = definition.flatMap { KeyAttributeType(rawValue: $0.attributeType.rawValue) }
            return type.map { KeyAttribute(name: element.attributeName, type: $0) }
        }
    }
}

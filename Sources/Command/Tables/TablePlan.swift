// A table that is to be created.

import Apus
import ApusModel

/// What a new table is to be like, whether from words or after another table.
struct TablePlan: Equatable, Sendable {
    var name: String
    var key: KeyText
    var indexes: [IndexText] = []
    var localIndexes: [IndexText] = []
    /// On demand where absent. Global indexes get as much as the table.
    var throughput: ProvisionedThroughput?
    var streamView: Apus.StreamViewType?
    var tags: [Apus.Tag] = []
    var tableClass: Apus.TableClass?
    var isProtected = false

    var input: CreateTableInput {
        CreateTableInput(
            tableName: name,
            attributeDefinitions: definitions,
            keySchema: Self.schema(key.attributes),
            localSecondaryIndexes: localIndexes.isEmpty ? nil : localIndexes.map(local),
            globalSecondaryIndexes: indexes.isEmpty ? nil : indexes.map(global),
            billingMode: throughput == nil ? .payPerRequest : .provisioned,
            provisionedThroughput: throughput,
            streamSpecification: streamView.map { StreamSpecification(streamEnabled: true, streamViewType: $0) },
            tags: tags.isEmpty ? nil : tags,
            tableClass: tableClass,
            deletionProtectionEnabled: isProtected ? true : nil
        )
    }

    /// Each key attribute once. Where two keys differ about a type, the service refuses the table.
    private var definitions: [AttributeDefinition] {
        var definitions: [AttributeDefinition] = []
        for attribute in key.attributes + (indexes + localIndexes).flatMap(\.key.attributes) {
            let type = ScalarAttributeType(rawValue: attribute.type.rawValue)
            let definition = AttributeDefinition(attributeName: attribute.name, attributeType: type)
            if !definitions.contains(definition) { definitions.append(definition) }
        }
        return definitions
    }

    private static func schema(_ attributes: [KeyAttribute]) -> [KeySchemaElement] {
        zip(attributes, [KeyType.hash, .range]).map { KeySchemaElement(attributeName: $0.name, keyType: $1) }
    }

    private func global(_ index: IndexText) -> GlobalSecondaryIndex {
        GlobalSecondaryIndex(
            indexName: index.name,
            keySchema: Self.schema(index.key.attributes),
            projection: index.projection,
            provisionedThroughput: throughput
        )
    }

    /// A local index shares the partition key of its table.
    private func local(_ index: IndexText) -> LocalSecondaryIndex {
        LocalSecondaryIndex(
            indexName: index.name,
            keySchema: Self.schema([key.attributes[0]] + index.key.attributes.suffix(1)),
            projection: index.projection
        )
    }
}

extension CreateTableInput {
    /// A table of another name with the keys, indexes, throughput, stream view, class and tags of one that exists.
    init(_ name: String, like table: TableDescription, tags: [Apus.Tag]) {
        let isOnDemand = table.billingModeSummary?.billingMode == .payPerRequest
        let stream = table.streamSpecification.flatMap { $0.streamEnabled ? $0 : nil }
        self.init(
            tableName: name,
            attributeDefinitions: table.attributeDefinitions,
            keySchema: table.keySchema,
            localSecondaryIndexes: table.localSecondaryIndexes?.compactMap(LocalSecondaryIndex.init),
            globalSecondaryIndexes: table.globalSecondaryIndexes?
                .compactMap { GlobalSecondaryIndex($0, isOnDemand: isOnDemand) },
            billingMode: isOnDemand ? .payPerRequest : .provisioned,
            provisionedThroughput: isOnDemand ? nil : ProvisionedThroughput(table.provisionedThroughput),
            streamSpecification: stream,
            tags: tags.isEmpty ? nil : tags,
            tableClass: table.tableClassSummary?.tableClass,
            onDemandThroughput: table.onDemandThroughput
        )
    }
}

extension LocalSecondaryIndex {
    fileprivate init?(_ index: LocalSecondaryIndexDescription) {
        guard let name = index.indexName, let keySchema = index.keySchema, let projection = index.projection else {
            return nil
        }
        self.init(indexName: name, keySchema: keySchema, projection: projection)
    }
}

extension GlobalSecondaryIndex {
    fileprivate init?(_ index: GlobalSecondaryIndexDescription, isOnDemand: Bool) {
        guard let name = index.indexName, let keySchema = index.keySchema, let projection = index.projection else {
            return nil
        }
        self.init(
            indexName: name,
            keySchema: keySchema,
            projection: projection,
            provisionedThroughput: isOnDemand ? nil : ProvisionedThroughput(index.provisionedThroughput),
            onDemandThroughput: index.onDemandThroughput
        )
    }
}

extension ProvisionedThroughput {
    fileprivate init?(_ description: ProvisionedThroughputDescription?) {
        guard let read = description?.readCapacityUnits, let write = description?.writeCapacityUnits else { return nil }
        self.init(readCapacityUnits: read, writeCapacityUnits: write)
    }
}

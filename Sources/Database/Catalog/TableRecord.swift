// The definition of a table as it is stored.

import ApusModel
import ApusStorage

/// A table's id and definition, kept as an item in the row format. Written down in docs/formats/catalog.md.
struct TableRecord: Sendable {
    let id: UInt32
    var definition: TableDefinition

    init(id: UInt32, definition: TableDefinition) {
        self.id = id
        self.definition = definition
    }

    /// The stored form.
    var bytes: [UInt8] {
        var fields = RecordFields()
        fields["id"] = .number(Number(Int(id)))
        fields["name"] = .string(definition.name.text)
        fields["region"] = .string(definition.region)
        fields["uniqueId"] = .string(definition.uniqueID)
        fields["keys"] = RecordFields.value(of: definition.keySchema.attributes)
        fields.set("creationTime", definition.creationTime)
        fields.set("readyTime", definition.readyTime)
        fields.set(definition.throughput)
        fields.set("goneTime", definition.goneTime)
        fields.set("updatedTime", definition.updatedTime)
        fields.set("onDemandTime", definition.lastOnDemandTime)
        if definition.attributeDefinitions != definition.keySchema.attributes {
            fields["attributes"] = RecordFields.value(of: definition.attributeDefinitions)
        }
        if !definition.indexes.isEmpty {
            fields["indexes"] = .list(definition.indexes.map { .map($0.fields.item) })
        }
        fields.set(definition.settings)
        return EncodedRow(fields.item).bytes
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        var reader = try RowReader(bytes)
        let fields = RecordFields(item: try reader.readItem())
        guard let name = TableName(try fields.text("name")) else { throw RecordFields.damaged("name") }
        id = try fields.id("id")
        let keys = try fields.keyAttributes("keys")
        guard (1...2).contains(keys.count) else { throw RecordFields.damaged("keys") }
        definition = TableDefinition(
            name: name,
            region: try fields.text("region"),
            uniqueID: try fields.text("uniqueId"),
            keySchema: KeySchema(partition: keys[0], sort: keys.count > 1 ? keys[1] : nil),
            creationTime: try fields.time("creationTime"),
            readyTime: try fields.time("readyTime"),
            attributeDefinitions: fields.has("attributes") ? try fields.keyAttributes("attributes") : nil,
            throughput: try fields.throughput(),
            indexes: try fields.maps("indexes") { fields throws(StorageError) in try IndexDefinition(fields) },
            settings: try fields.settings()
        )
        definition.goneTime = try fields.optionalTime("goneTime")
        definition.updatedTime = try fields.optionalTime("updatedTime")
        definition.lastOnDemandTime = try fields.optionalTime("onDemandTime")
        // Before format 2 a table kept the billing mode that it was created with.
        if definition.lastOnDemandTime == nil, definition.throughput.provisioned == nil {
            definition.lastOnDemandTime = definition.creationTime
        }
    }
}

extension IndexDefinition {
    fileprivate var fields: RecordFields {
        var fields = RecordFields()
        fields["id"] = .number(Number(Int(id)))
        fields["name"] = .string(name)
        fields["kind"] = .string(kind.rawValue)
        fields["partitionKeys"] = RecordFields.value(of: keySchema.partition)
        fields["sortKeys"] = RecordFields.value(of: keySchema.sort)
        switch projection {
        case .all: fields["projection"] = .string("all")
        case .keysOnly: fields["projection"] = .string("keys")
        case .include(let names): fields["projection"] = .list(names.map { .string($0) })
        }
        fields["phase"] = .string(phase.rawValue)
        fields.set("readyTime", readyTime)
        fields.set("updatedTime", updatedTime)
        if let throughput { fields.set(throughput) }
        return fields
    }

    fileprivate init(_ fields: RecordFields) throws(StorageError) {
        let kind: Kind = try fields.raw("kind")
        let partition = try fields.keyAttributes("partitionKeys")
        guard !partition.isEmpty else { throw RecordFields.damaged("partitionKeys") }
        guard let id = UInt8(exactly: try fields.integer("id")), Limits.indexIDs.contains(id) else {
            throw RecordFields.damaged("id")
        }
        self.init(
            id: id,
            name: try fields.text("name"),
            kind: kind,
            keySchema: KeySchema(partition: partition, sort: try fields.keyAttributes("sortKeys")),
            projection: try fields.projection("projection"),
            phase: try fields.raw("phase"),
            readyTime: try fields.time("readyTime"),
            updatedTime: try fields.optionalTime("updatedTime"),
            throughput: kind == .global ? try fields.throughput() : nil
        )
    }
}

extension RecordFields {
    fileprivate func projection(_ name: String) throws(StorageError) -> IndexDefinition.Projection {
        switch self[name] {
        case .list: return .include(try texts(name))
        case .string("all"): return .all
        case .string("keys"): return .keysOnly
        default: throw Self.damaged(name)
        }
    }
}

// The definition of a table as it is stored.

import ApusModel
import ApusStorage

/// A table's id and definition, kept as an item in the row format. Written down in docs/formats/catalog.md.
struct TableRecord {
    let id: UInt32
    let definition: TableDefinition

    private enum Name {
        static let id = "id"
        static let name = "name"
        static let region = "region"
        static let uniqueID = "uniqueId"
        static let keys = "keys"
        static let readUnits = "readUnits"
        static let writeUnits = "writeUnits"
        static let creationTime = "creationTime"
        static let readyTime = "readyTime"
        static let goneTime = "goneTime"
    }

    init(id: UInt32, definition: TableDefinition) {
        self.id = id
        self.definition = definition
    }

    /// The stored form.
    var bytes: [UInt8] {
        var item: Item = [
            Name.id: .number(Number(Int(id))),
            Name.name: .string(definition.name.text),
            Name.region: .string(definition.region),
            Name.uniqueID: .string(definition.uniqueID),
            Name.keys: .list(definition.keySchema.attributes.map { [.string($0.name), .string($0.type.rawValue)] }),
            Name.creationTime: Self.value(of: definition.creationTime),
            Name.readyTime: Self.value(of: definition.readyTime),
        ]
        if case .provisioned(let readUnits, let writeUnits) = definition.billing {
            item[Name.readUnits] = .number(Number(readUnits))
            item[Name.writeUnits] = .number(Number(writeUnits))
        }
        if let goneTime = definition.goneTime { item[Name.goneTime] = Self.value(of: goneTime) }
        return EncodedRow(item).bytes
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        var reader = try RowReader(bytes)
        let fields = Fields(item: try reader.readItem())
        guard let name = TableName(try fields.text(Name.name)) else { throw Fields.damaged(Name.name) }
        id = UInt32(truncatingIfNeeded: try fields.integer(Name.id))
        definition = TableDefinition(
            name: name,
            region: try fields.text(Name.region),
            uniqueID: try fields.text(Name.uniqueID),
            keySchema: try fields.keySchema(Name.keys),
            billing: try fields.has(Name.readUnits)
                ? .provisioned(
                    readUnits: fields.integer(Name.readUnits),
                    writeUnits: fields.integer(Name.writeUnits)
                ) : .onDemand,
            creationTime: try fields.time(Name.creationTime),
            readyTime: try fields.time(Name.readyTime),
            goneTime: fields.has(Name.goneTime) ? try fields.time(Name.goneTime) : nil
        )
    }

    private static func value(of time: Timestamp) -> AttributeValue {
        .number(Number(Int(time.milliseconds)))
    }
}

/// Reads the attributes of a record by type; what is missing or of another type is damage.
private struct Fields {
    let item: Item

    static func damaged(_ name: String) -> StorageError {
        .damaged(file: "the definition of a table", detail: "its field \(name) is missing or of the wrong type")
    }

    func has(_ name: String) -> Bool {
        item[name] != nil
    }

    func text(_ name: String) throws(StorageError) -> String {
        guard case .string(let text) = item[name] else { throw Self.damaged(name) }
        return text
    }

    func integer(_ name: String) throws(StorageError) -> Int {
        guard case .number(let number) = item[name], let value = Int(number.description) else {
            throw Self.damaged(name)
        }
        return value
    }

    func time(_ name: String) throws(StorageError) -> Timestamp {
        Timestamp(milliseconds: Int64(try integer(name)))
    }

    func keySchema(_ name: String) throws(StorageError) -> KeySchema {
        guard case .list(let elements) = item[name] else { throw Self.damaged(name) }
        var keys: [KeyAttribute] = []
        for element in elements {
            guard case .list(let parts) = element, parts.count == 2, case .string(let name) = parts[0],
                case .string(let type) = parts[1], let type = KeyAttributeType(rawValue: type)
            else { throw Self.damaged(name) }
            keys.append(KeyAttribute(name: name, type: type))
        }
        guard let partition = keys.first else { throw Self.damaged(name) }
        return KeySchema(partition: partition, sort: keys.count > 1 ? keys[1] : nil)
    }
}

// A table of a history: its key, its throughput, and whether it is there at all.

import ApusTesting

/// What a table is like. Its items and keys follow from changes and from numbers of keys.
struct HistoryTable: Sendable {
    enum Presence: Equatable, Sendable {
        case present
        case missing
        /// It is still being created when the writing begins.
        case late
        /// It is deleted as soon as so many changes of the history are settled.
        case deleted(afterSettled: Int)
    }

    let name: String
    let partitionType: KeyAttributeType
    let sortType: KeyAttributeType?
    let presence: Presence
    /// The units that are provisioned for writes; nil for a table on demand.
    let writeUnits: Int?
    let keyCount: Int
    /// How many percent of the changes go to the first few keys.
    let hotPercent: Int

    private static let slotsPerPartition = 4
    /// More than the 400 KB that an item may have.
    private static let tooManyLetters = 420_000

    /// Whether all of its changes can be written.
    var isThroughout: Bool { presence == .present || presence == .late }

    var keySchema: KeySchema {
        KeySchema(
            partition: KeyAttribute(name: "id", type: partitionType),
            sort: sortType.map { KeyAttribute(name: "place", type: $0) }
        )
    }

    // MARK: Keys and items

    func key(ofSlot slot: Int) -> Item {
        guard let sortType else { return ["id": Self.value(slot, partitionType)] }
        return [
            "id": Self.value(slot / Self.slotsPerPartition, partitionType),
            "place": Self.value(slot % Self.slotsPerPartition, sortType),
        ]
    }

    /// A key that is of another type than the table's.
    func strangeKey(ofSlot slot: Int) -> Item {
        var key = key(ofSlot: slot)
        key["id"] = partitionType == .number ? .string("\(slot)") : .number(Number(slot))
        return key
    }

    /// What a put leaves in the table.
    func item(of change: HistoryChange, letters: Int) -> Item {
        var item = key(ofSlot: change.slot)
        item["change"] = .number(Number(change.number))
        item["slot"] = .number(Number(change.slot))
        // Its beginning takes more than a byte for some letters, and is escaped in JSON.
        let beginning = "é\"\n\u{1F33B}".prefix(letters)
        let filler = beginning + String(repeating: "z", count: letters - beginning.count)
        item["filler"] = .string(String(filler))
        return item
    }

    func batchChange(of change: HistoryChange) -> BatchChange<Int> {
        switch change.kind {
        case .put(let letters): return .put(item(of: change, letters: letters), into: name, origin: change.number)
        case .delete: return .delete(key(ofSlot: change.slot), from: name, origin: change.number)
        case .tooLarge: return .put(item(of: change, letters: Self.tooManyLetters), into: name, origin: change.number)
        case .wrongType:
            return .put(strangeKey(ofSlot: change.slot), into: name, origin: change.number)
        case .keyless: return .put(["filler": "alone"], into: name, origin: change.number)
        case .overfullKey:
            var key = key(ofSlot: change.slot)
            key["filler"] = "too much"
            return .delete(key, from: name, origin: change.number)
        }
    }

    private static func value(_ number: Int, _ type: KeyAttributeType) -> AttributeValue {
        switch type {
        // Neighbours differ only in how the accent is written, which makes them two keys.
        case .string: .string((number % 2 == 0 ? "n\u{E9} " : "ne\u{301} ") + "\(number / 2)")
        case .number: .number(Number(number * 5 - 10))
        case .binary: .binary([0, UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF), 0])
        }
    }
}

extension HistoryTable {
    /// How to make it.
    var creation: CreateTableInput {
        var input = CreateTableInput(tableName: name)
        input.attributeDefinitions = keySchema.attributes.map {
            AttributeDefinition(attributeName: $0.name, attributeType: ScalarAttributeType(rawValue: $0.type.rawValue))
        }
        input.keySchema = zip(keySchema.attributes, [KeyType.hash, .range]).map {
            KeySchemaElement(attributeName: $0.name, keyType: $1)
        }
        input.billingMode = writeUnits == nil ? .payPerRequest : .provisioned
        input.provisionedThroughput = writeUnits.map {
            ProvisionedThroughput(readCapacityUnits: 3_000, writeCapacityUnits: $0)
        }
        return input
    }
}

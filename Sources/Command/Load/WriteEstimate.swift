// What a load would cost.

import Apus
import ApusModel

/// Adds up the write units that changes need, of a table and of each of its indexes.
///
/// It is an estimate. It takes the table for empty and each change for one that is written: a put that replaces an item
/// costs by the larger of the two and may move index entries, a delete costs by the item that it finds, and changes that
/// newer ones supersede may cost nothing.
struct WriteEstimate: Sendable {
    private(set) var puts = 0
    private(set) var deletes = 0
    /// The size of the items by the service's measure.
    private(set) var itemBytes = 0
    private(set) var table: WriteTarget
    private(set) var indexes: [IndexWriteTarget]
    /// The most units that the load may use in a second, of the table and its indexes together.
    let ceiling: Double?

    init(_ description: TableDescription, keySchema: KeySchema, ceiling: Double?) {
        let isOnDemand = description.billingModeSummary?.billingMode == .payPerRequest
        table = WriteTarget(throughput: description.provisionedThroughput, isOnDemand: isOnDemand)
        indexes = IndexWriteTarget.all(of: description, keySchema: keySchema, isOnDemand: isOnDemand)
        self.ceiling = ceiling
    }

    mutating func add(_ change: RecordChange) {
        switch change {
        case .put(let item):
            puts += 1
            itemBytes += item.itemSize
            table.units += WriteTarget.units(ofBytes: item.itemSize)
            for index in indexes.indices { addEntry(of: item, to: index) }
        case .delete:
            deletes += 1
            table.units += 1
        }
    }

    private mutating func addEntry(of item: Item, to index: Int) {
        guard let bytes = indexes[index].entryBytes(of: item) else { return }
        let units = WriteTarget.units(ofBytes: bytes)
        indexes[index].entries += 1
        indexes[index].target.units += units
        // A local index has no throughput of its own.
        if indexes[index].isLocal { table.units += units }
    }

    /// How long the load takes at the least, once bursts are used up: the slowest of the table and its global indexes.
    var duration: Duration {
        let global = indexes.filter { !$0.isLocal }.map(\.target)
        let slowest = ([table] + global).map { Double($0.units) / $0.unitsPerSecond }.max() ?? 0
        // The service tells the units of a table and of its indexes as one sum, by which the ceiling goes.
        let all = global.reduce(table.units) { $0 + $1.units }
        return .seconds(max(slowest, ceiling.map { Double(all) / $0 } ?? 0))
    }
}

/// What writes consume: units, and how many of them there are in a second.
struct WriteTarget: Equatable, Sendable {
    var units = 0
    let unitsPerSecond: Double
    let isOnDemand: Bool

    /// - Parameter throughput: that which is provisioned. On demand, the service's own beginning is taken.
    init(throughput: ProvisionedThroughputDescription?, isOnDemand: Bool) {
        let provisioned = throughput?.writeCapacityUnits ?? 0
        self.isOnDemand = isOnDemand || provisioned == 0
        unitsPerSecond = self.isOnDemand ? Double(Limits.onDemandWriteUnits) : Double(provisioned)
    }

    static func units(ofBytes bytes: Int) -> Int {
        max(1, (bytes + Limits.writeUnitBytes - 1) / Limits.writeUnitBytes)
    }
}

/// An index that writes to its table consume units of.
struct IndexWriteTarget: Sendable {
    let name: String
    let isLocal: Bool
    let keyNames: [String]
    /// The attributes that an entry holds; nil where it holds all.
    let heldNames: [String]?
    var entries = 0
    var target: WriteTarget

    /// The size of an item's entry; nil where it has none, as it lacks a key of the index.
    func entryBytes(of item: Item) -> Int? {
        guard keyNames.allSatisfy({ item[$0] != nil }) else { return nil }
        guard let heldNames else { return item.itemSize }
        return item.reduce(0) { sum, attribute in
            guard heldNames.contains(where: { $0.hasSameBytes(as: attribute.name) }) else { return sum }
            return sum + attribute.name.utf8.count + attribute.value.size
        }
    }

    static func all(of table: TableDescription, keySchema: KeySchema, isOnDemand: Bool) -> [IndexWriteTarget] {
        let global = (table.globalSecondaryIndexes ?? []).map { index in
            let target = WriteTarget(throughput: index.provisionedThroughput, isOnDemand: isOnDemand)
            return IndexWriteTarget(index.indexName, false, index.keySchema, index.projection, keySchema, target)
        }
        let local = (table.localSecondaryIndexes ?? []).map { index in
            let target = WriteTarget(throughput: table.provisionedThroughput, isOnDemand: isOnDemand)
            return IndexWriteTarget(index.indexName, true, index.keySchema, index.projection, keySchema, target)
        }
        return global + local
    }

    private init(
        _ name: String?,
        _ isLocal: Bool,
        _ elements: [KeySchemaElement]?,
        _ projection: Projection?,
        _ keySchema: KeySchema,
        _ target: WriteTarget
    ) {
        self.name = name ?? ""
        self.isLocal = isLocal
        keyNames = (elements ?? []).map(\.attributeName)
        let isWhole = projection?.projectionType == .all
        let keys = keyNames + keySchema.attributes.map(\.name)
        heldNames = isWhole ? nil : keys + (projection?.nonKeyAttributes ?? [])
        self.target = target
    }
}

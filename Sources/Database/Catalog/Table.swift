// A table as requests use it: its definition, and where its entries stand in the store.

import ApusModel
import ApusThroughput
import Synchronization

/// One version of a table. The id never comes back once the table is gone; a change of its definition makes a new
/// version.
package final class Table: Sendable {
    package let id: UInt32
    package let definition: TableDefinition
    package let keySchema: KeySchema
    /// The indexes that a change of an item changes too: all but those that are being discarded.
    package let indexes: [Index]

    /// All versions of the table share it.
    let line: TableLine
    /// What admits reads and writes of the table's items; all versions share it, too.
    package var throughput: TableThroughput { line.throughput }
    /// How the items of the table expire; nil where they do not.
    let expiry: TableExpiry?
    let hasLocalIndexes: Bool
    /// The stream that changes of items are written down for.
    let streamID: UInt32?
    /// Whether the table has been deleted, and is gone or soon will be.
    let isDeleted: Bool
    // Here, too: each request asks for it, and the definition is large.
    private let readyTime: Timestamp
    private let indexedNames: Set<String>
    let itemCountKey: [UInt8]
    let sizeKey: [UInt8]
    /// What the keys of the table's own entries begin with.
    let entryPrefix: [UInt8]

    /// - Parameter line: that of the version before; nil for the first.
    init(id: UInt32, definition: TableDefinition, line: TableLine? = nil) {
        self.id = id
        self.definition = definition
        self.line = line ?? TableLine()
        keySchema = definition.keySchema
        indexes = definition.indexes.filter { $0.phase != .deleting }.map {
            Index($0, of: id, with: definition.keySchema)
        }
        expiry = TableExpiry(definition.settings.expiry, ofTable: id)
        hasLocalIndexes = definition.indexes.contains { $0.kind == .local }
        indexedNames = Set(indexes.flatMap { $0.heldNames ?? $0.positionAttributes.map(\.name) })
        streamID = definition.settings.stream?.id
        isDeleted = definition.goneTime != nil
        readyTime = definition.readyTime
        itemCountKey = KeySpace.itemCount(of: id)
        sizeKey = KeySpace.size(of: id)
        entryPrefix = KeySpace.entryPrefix(of: id)
    }

    package var name: TableName { definition.name }

    /// The part of an item that indexes with a projection of their own can be made from.
    ///
    /// Items may have very many attributes, and a table many indexes: so one pass leaves out what none of them holds.
    func indexedPart(of item: Item) -> Item {
        guard item.count > Self.comparedAtMost else { return item }
        // Strings that are equal as characters pass here, too; each index looks at their bytes.
        return Item(distinct: item.filter { indexedNames.contains($0.name) })
    }

    /// Up to so many attributes, each index may look through all of them.
    private static let comparedAtMost = 64

    /// Whether items may be read and written at this point in time: the rule is that of the definition's state.
    func serves(at time: Timestamp) -> Bool {
        !isDeleted && time >= readyTime
    }

    /// Where the item with this key stands.
    func entryKey(for key: PrimaryKey) -> [UInt8] {
        var bytes = entryPrefix.appendingPartition([key.partition])
        if let sort = key.sort { bytes.appendKey(sort) }
        return bytes
    }

    /// Where among the partitions of the table a stored key of it, or of one of its local indexes, is.
    func keyPlace(of entryKey: [UInt8]) -> KeyPlace {
        KeyPlace(entryKey, keyForm)
    }

    /// What partitions of the table may be divided by: the whole key, but in a table with local indexes, whose item
    /// collections are never divided, the hash of the partition key.
    var keyForm: KeyForm {
        let end = KeySpace.entryPrefixLength + PartitionHash.byteCount
        return KeyForm(prefixLength: KeySpace.entryPrefixLength, end: hasLocalIndexes ? end : nil)
    }

    /// The counter of the bytes that a partition's items and their entries in local indexes have together.
    func collectionSizeKey(for partition: AttributeValue) -> [UInt8] {
        KeySpace.collectionSizes(of: id).appendingPartition([partition])
    }
}

/// What the versions of one table have in common: which of them is the newest, its open stream, and the throughput they
/// draw on.
final class TableLine: Sendable {
    let throughput: TableThroughput
    /// How many items were removed since the store was opened, because they had expired.
    let expiredItemCount = Atomic<Int>(0)
    private let newestVersion = Mutex<Table?>(nil)
    private let newestStream = Mutex<OpenStream?>(nil)
    // Only the writer thread uses it.
    private let changing = Atomic<Bool>(false)

    init(throughput: TableThroughput = TableThroughput()) {
        self.throughput = throughput
    }

    /// The version that the newest durable state has; nil before the table is created, and once it is gone.
    var newest: Table? { newestVersion.withLock { $0 } }

    /// The stream of that version with the shards that the newest durable state has; nil where it has none.
    var openStream: OpenStream? { newestStream.withLock { $0 } }

    /// Whether a change of the definition, or of the stream, has begun that `newest` and `openStream` do not show yet.
    /// The transactions behind it in the same group must read them from the store then.
    var isChanging: Bool {
        get { changing.load(ordering: .relaxed) }
        set { changing.store(newValue, ordering: .relaxed) }
    }

    func show(_ table: Table) {
        newestVersion.withLock { $0 = table }
    }

    func show(_ stream: OpenStream?) {
        newestStream.withLock { $0 = stream }
    }

    /// Lets go of the newest version: the two keep each other in memory.
    func end() {
        newestVersion.withLock { $0 = nil }
        newestStream.withLock { $0 = nil }
    }
}

extension [UInt8] {
    /// These bytes, then the hash of a partition key and the key itself, of one attribute or several.
    func appendingPartition(_ values: [AttributeValue]) -> [UInt8] {
        let encoded = [UInt8](encoding: values)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 4 + encoded.count + 32)
        bytes.append(contentsOf: self)
        bytes.appendInteger(PartitionHash(of: encoded).value)
        bytes.append(contentsOf: encoded)
        return bytes
    }
}

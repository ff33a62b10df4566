// What indexes should hold, worked out from the items of their table in the plainest way.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

/// An index of a table, as far as its items make it.
struct IndexModel {
    let index: IndexDefinition
    let tableKeys: KeySchema

    /// The entries that the items have in the index, in no particular order.
    func entries(of items: [Item]) -> [Item] {
        items.filter(isIndexed).map { item in
            Item(
                item.filter { attribute in names.map { $0.contains { $0.hasSameBytes(as: attribute.name) } } ?? true }
                    .map {
                        ($0.name, $0.value)
                    }
            )
        }
    }

    /// The attributes that an entry has at most; nil for all.
    private var names: [String]? {
        let keys = (index.keySchema.attributes + tableKeys.attributes).map(\.name)
        switch index.projection {
        case .all: return nil
        case .keysOnly: return keys
        case .include(let others): return keys + others
        }
    }

    private func isIndexed(_ item: Item) -> Bool {
        func size(of keys: [KeyAttribute]) -> Int { keys.reduce(0) { $0 + (item[$1.name]?.size ?? 0) } }
        guard size(of: index.keySchema.partition) <= 2_048, size(of: index.keySchema.sort) <= 1_024 else {
            return false
        }
        return index.keySchema.attributes.allSatisfy { key in
            switch (key.type, item[key.name]) {
            case (.string, .string(let text)): !text.isEmpty
            case (.binary, .binary(let bytes)): !bytes.isEmpty
            case (.number, .number): true
            default: false
            }
        }
    }
}

extension Database {
    /// Expects that the indexes of a table hold what its items make them hold, and nothing else, and that all counters
    /// are exact.
    func expectExactIndexes(of table: Table, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let items = try await allItems(of: table)
        var statistics = TableStatistics(itemCount: items.count, sizeBytes: items.totalSize)
        for index in table.indexes {
            let expected = IndexModel(index: index.definition, tableKeys: table.keySchema).entries(of: items)
            let found = try await allItems(of: table, in: index)
            #expect(found.inOneOrder == expected.inOneOrder, "\(index.name)", sourceLocation: sourceLocation)
            statistics.indexes[index.definition.id] = TableStatistics.Figures(
                itemCount: expected.count,
                sizeBytes: expected.totalSize
            )
        }
        #expect(try self.statistics(of: table) == statistics, sourceLocation: sourceLocation)
    }

    /// All items of a table, or all entries of one of its indexes, in the order of a Scan.
    func allItems(of table: Table, in index: Index? = nil) async throws -> [Item] {
        var items: [Item] = []
        try store.snapshot().scan(.prefix(index?.entryPrefix ?? table.entryPrefix), .forward) {
            _,
            row throws(StorageError) in
            var reader = try RowReader(row)
            items.append(try reader.readItem())
            return .next
        }
        return items
    }
}

extension Snapshot {
    /// The keys of a range.
    func keys(of range: KeyRange) throws -> [[UInt8]] {
        var keys: [[UInt8]] = []
        try scan(range, .forward) { key, _ in
            keys.append([UInt8](key))
            return .next
        }
        return keys
    }
}

extension [Item] {
    var totalSize: Int { reduce(0) { $0 + $1.itemSize } }

    /// The items as rows, in an order that follows from the items alone.
    fileprivate var inOneOrder: [[UInt8]] {
        map { item in
            EncodedRow(Item(distinct: item.sorted { $0.name.precedesInBytes($1.name) })).bytes
        }.sorted { $0.compareBytes(with: $1) < 0 }
    }
}

// All of all tables and indexes, against the plain model.

import ApusModel
import ApusWire

struct CensusStep: HistoryStep {
    let totalSegments: Int
    /// Whether to open the database anew before, so that only what is stored counts.
    let reopens: Bool

    func run(in world: inout HistoryWorld) async throws {
        if reopens { try world.service.reopen() }
        for table in world.tables.indices {
            try await compareCounts(of: table, in: &world)
            for index in [nil] + world.tables[table].shape.indexes.map(Optional.some) {
                _ = try await PageStep(table: table, index: index, scope: .whole).wholeOrder(in: &world)
                try await compareSegments(of: table, index, in: &world)
            }
        }
    }

    /// The segments together are the whole, each entry in one of them, and no partition in two.
    private func compareSegments(of table: Int, _ index: PlainIndex?, in world: inout HistoryWorld) async throws {
        let shape = world.tables[table].shape
        var partitions: [Item] = []
        var count = 0
        for segment in 0..<totalSegments {
            let step = PageStep(table: table, index: index, scope: .segment(segment, of: totalSegments))
            let entries = try await step.wholeOrder(in: &world)
            count += entries.count
            let hash = PlainKeys(hash: step.keys(in: shape).hash, range: [])
            let found = entries.map { hash.attributes(of: $0.item) }
            if let split = found.first(where: { partitions.contains($0) }) {
                throw Disagreement("segment \(segment) has entries of \(JSONTree(split)), and so has one before it")
            }
            partitions += found
        }
        let expected = world.tables[table].entries(of: index).count
        guard count != expected else { return }
        throw Disagreement("\(totalSegments) segments have \(count) entries together; expected \(expected)")
    }

    /// The counts of the description, which are exact at any time.
    private func compareCounts(of table: Int, in world: inout HistoryWorld) async throws {
        let plain = world.tables[table]
        let answer = try await world.answer(to: .describeTable, ["TableName": .string(plain.shape.tableName)])
        guard let description = answer["Table"] else { throw Disagreement("the answer has no Table") }
        try description.expectCounts(of: plain.entries(of: nil), bytesAs: "TableSizeBytes")
        let indexes = ["LocalSecondaryIndexes", "GlobalSecondaryIndexes"].flatMap { description[$0]?.elements ?? [] }
        for index in plain.shape.indexes {
            guard let told = indexes.first(where: { $0["IndexName"] == .string(index.name) }) else {
                throw Disagreement("the description has no index \(index.name)")
            }
            try told.expectCounts(of: plain.entries(of: index), bytesAs: "IndexSizeBytes")
        }
    }
}

extension JSONTree {
    fileprivate func expectCounts(of entries: [PlainEntry], bytesAs name: String) throws {
        try expect("ItemCount", .number(Double(entries.count)))
        try expect(name, .number(Double(entries.reduce(0) { $0 + $1.bytes })))
    }
}

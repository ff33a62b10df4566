// The order of the entries that a page is a stretch of.

import ApusModel

// The service does not promise how entries of equal keys, or the partitions of a Scan, stand to one another; only that
// this stays as it is. So a request for everything, which is checked against the plain model, tells it for the others.
extension PageStep {
    /// All entries of the scope in the order in which the service shows them, found to be those of the plain model.
    func wholeOrder(in world: inout HistoryWorld) async throws -> [PlainEntry] {
        let table = world.tables[table]
        let plain = PageStep(table: self.table, index: index, scope: scope)
        let answer = try await world.answer(to: operation, plain.request(after: nil, in: table.shape))
        var expected = table.entries(of: index) { item in conditions.allSatisfy { $0.holds(for: item) } }
        var order: [PlainEntry] = []
        for row in answer["Items"]?.elements ?? [] {
            let item = try row.item()
            guard let position = expected.firstIndex(where: { $0.attributes == item }) else {
                throw Disagreement("Items has \(row), which was not expected, or not again")
            }
            order.append(expected.remove(at: position))
        }
        if !isSegment, let missing = expected.first {
            throw Disagreement("Items lacks \(JSONTree(missing.attributes))")
        }
        try answer.expect("LastEvaluatedKey", nil)
        try requireOrder(of: order, by: keys(in: table.shape))
        return order
    }

    private var isSegment: Bool {
        if case .segment = scope { true } else { false }
    }

    /// Entries of a partition stand together, in the order of their sort keys.
    private func requireOrder(of entries: [PlainEntry], by keys: PlainKeys) throws {
        var partitions: [Item] = []
        for (index, entry) in entries.enumerated() {
            let partition = PlainKeys(hash: keys.hash, range: []).attributes(of: entry.item)
            guard index > 0, partitions.last == partition else {
                if partitions.contains(partition) {
                    throw Disagreement("the partition \(JSONTree(partition)) is split")
                }
                partitions.append(partition)
                continue
            }
            let order = PlainOrder.compare(entries[index - 1].item, entry.item, by: keys.range)
            if isForward ? order > 0 : order < 0 {
                throw Disagreement(
                    "\(JSONTree(entries[index - 1].attributes)) stands before \(JSONTree(entry.attributes))"
                )
            }
        }
    }

    /// The positions in the order where a page after a key may begin: one, where the order says it.
    func starts(after key: Item?, in order: [PlainEntry], of shape: PlainShape) -> [Int] {
        guard let key else { return [0] }
        if let position = order.firstIndex(where: { shape.positionKey(of: $0.item, in: index) == key }) {
            return [position + 1]
        }
        let keys = keys(in: shape)
        let partition = PlainKeys(hash: keys.hash, range: [])
        let isThere = { (entry: PlainEntry) in partition.areSame(in: entry.item, and: key) }
        // Where the partition of the key is not there, only the service knows where it would be.
        guard let first = order.firstIndex(where: isThere) else { return Array(0...order.count) }
        let entries = order[first...].prefix(while: isThere)
        let sides = entries.map { entry in
            PlainOrder.compare(entry.item, key, by: keys.range) * (isForward ? 1 : -1)
        }
        let lowest = first + sides.count { $0 < 0 }
        return Array(lowest...lowest + sides.count { $0 == 0 })
    }
}

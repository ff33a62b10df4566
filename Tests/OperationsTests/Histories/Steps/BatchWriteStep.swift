// A batch of puts and deletions in several tables.

import ApusModel
import ApusWire

struct BatchWriteStep: HistoryStep {
    /// What is written to one table; the keys differ.
    struct Part: Sendable {
        let table: Int
        let changes: [PlainChange]
    }

    let parts: [Part]
    let capacity: CapacityChoice
    /// Whether to be told of the item collections.
    let asksCollections: Bool

    func run(in world: inout HistoryWorld) async throws {
        let refusals = parts.flatMap { $0.refusals(in: world.tables[$0.table].shape) }
        let request = request(in: world)
        guard refusals.isEmpty else {
            return try await world.expectRefusal(of: .batchWriteItem, request, as: refusals)
        }
        let answer = try await world.answer(to: .batchWriteItem, request)
        var told: [JSONTree] = []
        for part in parts {
            let shape = world.tables[part.table].shape
            let units = part.apply(to: &world.tables[part.table])
            told += units.told(capacity, of: shape.tableName).map { [$0] } ?? []
            let collections = answer["ItemCollectionMetrics"]?[shape.tableName]?.elements ?? []
            try shape.expect(collections, ofKeys: asksCollections ? part.changes.map(\.key) : [])
        }
        try answer.expect("UnprocessedItems", [:])
        try answer.expectCapacities(told)
        try answer.expectNothing(besides: ["UnprocessedItems", "ConsumedCapacity", "ItemCollectionMetrics"])
    }

    private func request(in world: HistoryWorld) -> JSONTree {
        let items = parts.map { part in
            JSONTree.Member(
                name: world.tables[part.table].shape.tableName,
                value: .array(part.changes.map(\.batchEntry))
            )
        }
        var request: JSONTree = ["RequestItems": .object(items)]
        request.add("ReturnConsumedCapacity", capacity.member)
        if asksCollections { request.add("ReturnItemCollectionMetrics", "SIZE") }
        return request
    }
}

extension BatchWriteStep.Part {
    fileprivate func refusals(in shape: PlainShape) -> [PlainRefusal] {
        changes.flatMap { change in
            guard case .refused(let refusals) = change.verdict(over: nil, in: shape) else { return [PlainRefusal]() }
            return refusals
        }
    }

    /// Writes to the plain table, and tells the units of the entries together.
    fileprivate func apply(to table: inout PlainTable) -> PlainUnits {
        var units = PlainUnits()
        for change in changes {
            guard case .accepted(let new) = change.verdict(over: nil, in: table.shape) else { continue }
            units = units + PlainUnits(ofWriting: new, over: table.item(at: change.key), in: table.shape)
            table.set(new, at: change.key)
        }
        return units
    }
}

extension PlainChange {
    fileprivate var batchEntry: JSONTree {
        switch action {
        case .put(let item): ["PutRequest": ["Item": JSONTree(item)]]
        default: ["DeleteRequest": ["Key": JSONTree(key)]]
        }
    }
}

extension JSONTree {
    /// Compares the list of capacities, one for each table, in whatever order.
    func expectCapacities(_ expected: [JSONTree]) throws {
        let told = self["ConsumedCapacity"]
        let isSame =
            (told?.elements.count ?? 0) == expected.count
            && expected.allSatisfy { wanted in
                told?.elements.contains(wanted) ?? false
            }
        if isSame, (told == nil) == expected.isEmpty { return }
        try expect("ConsumedCapacity", expected.isEmpty ? nil : .array(expected))
    }
}

extension BatchWriteStep {
    init(using chance: inout SeededGenerator) {
        let tables = chance.some(of: Array(PlainShape.all.indices), percent: 60)
        parts = (tables.isEmpty ? [0] : tables).map { table in
            let shape = PlainShape.all[table]
            return Part(
                table: table,
                changes: chance.keys(of: shape, count: 1...7).map { key in
                    let isPut = chance.happens(percent: 65)
                    return PlainChange(
                        key: key,
                        action: isPut ? .put(chance.item(of: shape, at: key)) : .delete,
                        mustExist: nil
                    )
                }
            )
        }
        capacity = chance.capacityChoice()
        asksCollections = chance.happens(percent: 20)
    }
}

// A batch of reads in several tables.

import ApusModel
import ApusWire

struct BatchGetStep: HistoryStep {
    /// What is read of one table; the keys differ.
    struct Part: Sendable {
        let table: Int
        let keys: [Item]
        let projection: [String]?
        let isConsistent: Bool
    }

    let parts: [Part]
    let capacity: CapacityChoice

    func run(in world: inout HistoryWorld) async throws {
        let answer = try await world.answer(to: .batchGetItem, request)

        var told: [JSONTree] = []
        for part in parts {
            let table = world.tables[part.table]
            try part.compare(answer["Responses"]?[table.shape.tableName], with: table)
            told += part.units(in: table).told(capacity, of: table.shape.tableName).map { [$0] } ?? []
        }
        try answer.expect("UnprocessedKeys", [:])
        try answer.expectCapacities(told)
        try answer.expectNothing(besides: ["Responses", "UnprocessedKeys", "ConsumedCapacity"])
        try answer["Responses"]?.expectNothing(besides: parts.map { PlainShape.all[$0.table].tableName })
    }

    private var request: JSONTree {
        let items = parts.map { part in
            JSONTree.Member(name: PlainShape.all[part.table].tableName, value: part.request)
        }
        var request: JSONTree = ["RequestItems": .object(items)]
        request.add("ReturnConsumedCapacity", capacity.member)
        return request
    }
}

extension BatchGetStep.Part {
    fileprivate var request: JSONTree {
        var request: JSONTree = ["Keys": .array(keys.map { JSONTree($0) })]
        if isConsistent { request.add("ConsistentRead", true) }
        request.addProjection(projection)
        return request
    }

    /// The items come in no order.
    fileprivate func compare(_ found: JSONTree?, with table: PlainTable) throws {
        var expected = keys.compactMap { table.item(at: $0) }.map { item in
            projection.map { item.restricted(to: $0) } ?? item
        }
        guard let found, case .array(let elements) = found else {
            throw Disagreement("Responses has no list for \(table.shape.tableName)")
        }
        for element in elements {
            let item = try element.item()
            guard let position = expected.firstIndex(of: item) else {
                throw Disagreement("Responses has \(element), which was not expected, or not again")
            }
            expected.remove(at: position)
        }
        if let missing = expected.first { throw Disagreement("Responses lacks \(JSONTree(missing))") }
    }

    fileprivate func units(in table: PlainTable) -> PlainUnits {
        keys.reduce(PlainUnits()) { $0 + PlainUnits(ofReading: table.item(at: $1), isConsistent: isConsistent) }
    }
}

extension BatchGetStep {
    init(using chance: inout SeededGenerator) {
        let tables = chance.some(of: Array(PlainShape.all.indices), percent: 60)
        parts = (tables.isEmpty ? [0] : tables).map { table in
            let shape = PlainShape.all[table]
            return Part(
                table: table,
                keys: chance.keys(of: shape, count: 1...12),
                projection: chance.happens(percent: 30) ? chance.projection(of: shape) : nil,
                isConsistent: Bool.random(using: &chance)
            )
        }
        capacity = chance.capacityChoice()
    }
}

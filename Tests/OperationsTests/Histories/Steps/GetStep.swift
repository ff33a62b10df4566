// Reads of one item.

import ApusModel
import ApusWire

struct GetStep: HistoryStep {
    let table: Int
    let key: Item
    let projection: [String]?
    let isConsistent: Bool
    let capacity: CapacityChoice

    func run(in world: inout HistoryWorld) async throws {
        let shape = world.tables[table].shape
        let item = world.tables[table].item(at: key)
        var request: JSONTree = ["TableName": .string(shape.tableName), "Key": JSONTree(key)]
        if isConsistent { request.add("ConsistentRead", true) }
        request.addProjection(projection)
        request.add("ReturnConsumedCapacity", capacity.member)

        let answer = try await world.answer(to: .getItem, request)

        let units = PlainUnits(ofReading: item, isConsistent: isConsistent)
        try answer.expectItem("Item", item.map { item in projection.map { item.restricted(to: $0) } ?? item })
        try answer.expect("ConsumedCapacity", units.told(capacity, of: shape.tableName))
        try answer.expectNothing(besides: ["Item", "ConsumedCapacity"])
    }
}

extension GetStep {
    init(of table: Int, _ shape: PlainShape, using chance: inout SeededGenerator) {
        self.table = table
        key = chance.key(of: shape)
        projection = chance.happens(percent: 30) ? chance.projection(of: shape) : nil
        isConsistent = Bool.random(using: &chance)
        capacity = chance.capacityChoice()
    }
}

extension PlainUnits {
    /// What it costs to read one item by its key, or to find that there is none.
    init(ofReading item: Item?, isConsistent: Bool) {
        self.init(table: Self.reading(item.map { PlainSize.bytes(of: $0) } ?? 0, isConsistent: isConsistent))
    }
}

extension JSONTree {
    /// Adds a projection of whole attributes to a request that has no other expression.
    mutating func addProjection(_ names: [String]?) {
        guard let names else { return }
        var members = ExpressionMembers()
        add("ProjectionExpression", members.projection(names))
        members.add(to: &self)
    }
}

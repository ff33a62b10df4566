// A put, an update or a deletion of one item.

import ApusModel
import ApusWire

struct WriteStep: HistoryStep {
    let table: Int
    let change: PlainChange
    let returnValues: String?
    var capacity: CapacityChoice
    /// Whether to be told of the item collection.
    let asksCollection: Bool

    func run(in world: inout HistoryWorld) async throws {
        let shape = world.tables[table].shape
        let old = world.tables[table].item(at: change.key)
        let (operation, request) = request(for: shape)
        switch change.verdict(over: old, in: shape) {
        case .refused(let refusals):
            try await world.expectRefusal(of: operation, request, as: refusals)
        case .accepted(let new):
            let answer = try await world.answer(to: operation, request)
            world.tables[table].set(new, at: change.key)
            try answer.expectItem("Attributes", told(old: old, new: new))
            let units = PlainUnits(ofWriting: new, over: old, in: shape)
            try answer.expect("ConsumedCapacity", units.told(capacity, of: shape.tableName))
            let collections = answer["ItemCollectionMetrics"].map { [$0] } ?? []
            try shape.expect(collections, ofKeys: asksCollection ? [change.key] : [])
            try answer.expectNothing(besides: ["Attributes", "ConsumedCapacity", "ItemCollectionMetrics"])
        }
    }

    /// What the answer tells of the item.
    private func told(old: Item?, new: Item?) -> Item? {
        switch (returnValues, change.action) {
        case ("ALL_OLD", _): old
        case ("ALL_NEW", _): new
        case ("UPDATED_OLD", .update(let clauses)): PlainClause.touched(by: clauses, in: old)
        case ("UPDATED_NEW", .update(let clauses)): PlainClause.touched(by: clauses, in: new)
        default: nil
        }
    }

    private func request(for shape: PlainShape) -> (OperationName, JSONTree) {
        var request: JSONTree = ["TableName": .string(shape.tableName)]
        var members = ExpressionMembers()
        let operation: OperationName
        switch change.action {
        case .put(let item):
            operation = .putItem
            request.add("Item", JSONTree(item))
        case .delete:
            operation = .deleteItem
            request.add("Key", JSONTree(change.key))
        case .update(let clauses):
            operation = .updateItem
            request.add("Key", JSONTree(change.key))
            if !clauses.isEmpty { request.add("UpdateExpression", .string(members.update(clauses))) }
        }
        if let mustExist = change.mustExist {
            let function = mustExist ? "attribute_exists" : "attribute_not_exists"
            request.add("ConditionExpression", .string("\(function)(\(members.name(shape.keys.hash[0].name)))"))
        }
        members.add(to: &request)
        request.add("ReturnValues", returnValues.map { .string($0) })
        request.add("ReturnConsumedCapacity", capacity.member)
        if asksCollection { request.add("ReturnItemCollectionMetrics", "SIZE") }
        return (operation, request)
    }
}

extension ExpressionMembers {
    /// The update expression of these clauses, each section once.
    fileprivate mutating func update(_ clauses: [PlainClause]) -> String {
        var (settings, additions, removals): ([String], [String], [String]) = ([], [], [])
        for clause in clauses {
            switch clause {
            case .set(let path, let new): settings.append("\(name(path)) = \(value(new))")
            case .setNested(let path, let inner, let new):
                settings.append("\(name(path)).\(name(inner)) = \(value(new))")
            case .add(let path, let amount): additions.append("\(name(path)) \(value(.number(amount)))")
            case .remove(let path): removals.append(name(path))
            }
        }
        return [("REMOVE", removals), ("SET", settings), ("ADD", additions)]
            .filter { !$1.isEmpty }
            .map { "\($0) \($1.joined(separator: ", "))" }
            .joined(separator: " ")
    }
}

// MARK: By chance

extension WriteStep {
    init(of table: Int, _ shape: PlainShape, using chance: inout SeededGenerator) {
        self.table = table
        let returned: [String?]
        switch Int.random(in: 0..<52, using: &chance) {
        case 0..<22:
            let item = chance.item(of: shape)
            change = PlainChange(
                key: shape.keys.attributes(of: item),
                action: .put(item),
                mustExist: chance.existence()
            )
            returned = [nil, "NONE", "ALL_OLD", "ALL_OLD"]
        case 22..<44:
            change = PlainChange(
                key: chance.key(of: shape),
                action: .update(chance.clauses(for: shape)),
                mustExist: chance.existence()
            )
            returned = [nil, "NONE", "ALL_OLD", "ALL_NEW", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"]
        default:
            change = PlainChange(key: chance.key(of: shape), action: .delete, mustExist: chance.existence())
            returned = [nil, "NONE", "ALL_OLD", "ALL_OLD"]
        }
        returnValues = chance.pick(returned)
        capacity = chance.capacityChoice()
        asksCollection = chance.happens(percent: 20)
    }
}

extension SeededGenerator {
    fileprivate mutating func existence() -> Bool? {
        happens(percent: 10) ? Bool.random(using: &self) : nil
    }

    /// Clauses about different attributes, none of them a key of the table.
    fileprivate mutating func clauses(for shape: PlainShape) -> [PlainClause] {
        let names = shape.looseKeys.map(\.name) + Self.plainNames
        let wanted = names.shuffled(using: &self).prefix(Int.random(in: 0...3, using: &self))
        return wanted.map { name in clause(for: name, shape.looseKeys.first { $0.name.hasSameBytes(as: name) }) }
    }

    private mutating func clause(for name: String, _ key: PlainKey?) -> PlainClause {
        if happens(percent: 30) { return .remove(name) }
        if let key {
            guard key.type == .number, happens(percent: 40) else { return .set(name, looseKeyValue(of: key)) }
            return .add(name, amount())
        }
        if name == "n", happens(percent: 60) { return .add(name, amount()) }
        if name == "m", happens(percent: 60) { return .setNested(name, pick(Self.mapNames), value()) }
        return .set(name, attributeValue(of: name))
    }
}

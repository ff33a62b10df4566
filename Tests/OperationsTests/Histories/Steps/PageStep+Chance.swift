// Queries and Scans by chance.

import ApusModel

extension PageStep {
    init(of table: Int, in world: HistoryWorld, using chance: inout SeededGenerator) {
        let shape = world.tables[table].shape
        let index = chance.happens(percent: 25) ? nil : chance.pick(shape.indexes)
        let isQuery = chance.happens(percent: 75)
        self.init(
            table: table,
            index: index,
            scope: isQuery ? chance.queryScope(of: world.tables[table], index) : chance.scanScope()
        )
        limit = chance.happens(percent: 60) ? Int.random(in: 1...6, using: &chance) : nil
        isConsistent = chance.happens(percent: index?.isLocal == false ? 2 : 40)
        capacity = chance.capacityChoice()
        pages = chance.happens(percent: 30) ? 1 : .max
        chooseAttributes(of: shape, using: &chance)
        if chance.happens(percent: 30) { filter = chance.filter(for: self, shape) }
    }

    private mutating func chooseAttributes(of shape: PlainShape, using chance: inout SeededGenerator) {
        switch Int.random(in: 0..<100, using: &chance) {
        case 0..<40: break
        case 40..<55: select = "COUNT"
        case 55..<70:
            // Now and then one that is refused.
            let suits = index?.isLocal ?? true || index?.projectsAll ?? true || chance.happens(percent: 20)
            select = suits ? "ALL_ATTRIBUTES" : nil
        case 70..<80: select = index != nil || chance.happens(percent: 10) ? "ALL_PROJECTED_ATTRIBUTES" : nil
        default:
            projection = chance.projection(of: shape)
            if index?.isLocal == false, !chance.happens(percent: 10) {
                projection = projection?.filter { shape.holds($0, in: index) }
            }
            if projection?.isEmpty == true { projection = [shape.keys.hash[0].name] }
            select = chance.happens(percent: 30) ? "SPECIFIC_ATTRIBUTES" : nil
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func scanScope() -> PageStep.Scope {
        guard happens(percent: 40) else { return .whole }
        let total = Int.random(in: 1...5, using: &self)
        return .segment(Int.random(in: 0..<total, using: &self), of: total)
    }

    /// Equality for each attribute of the partition, and for some of the sort key from the left; a range may end it.
    fileprivate mutating func queryScope(of table: PlainTable, _ index: PlainIndex?) -> PageStep.Scope {
        let keys = index?.keys ?? table.shape.keys
        // Most queries are about what some item has, so that they find something.
        let items = table.items.filter { table.shape.isIn(index, $0) }
        let example = items.isEmpty || happens(percent: 20) ? Item() : pick(items)
        var conditions = keys.hash.map { key in
            PlainKeyCondition(name: key.name, test: .equal(example[key.name] ?? keyValue(of: key)))
        }
        for key in keys.range {
            guard happens(percent: 65) else { break }
            let value = happens(percent: 50) ? keyValue(of: key) : example[key.name] ?? keyValue(of: key)
            let isEquality = happens(percent: 40)
            conditions.append(
                PlainKeyCondition(name: key.name, test: isEquality ? .equal(value) : range(of: key, around: value))
            )
            if !isEquality { break }
        }
        return .partition(conditions.shuffled(using: &self), isForward: Bool.random(using: &self))
    }

    private mutating func range(of key: PlainKey, around value: AttributeValue) -> PlainKeyCondition.Test {
        let other = keyValue(of: key)
        switch Int.random(in: 0..<(key.type == .number ? 5 : 7), using: &self) {
        case 0: return .less(value)
        case 1: return .lessOrEqual(value)
        case 2: return .greater(value)
        case 3: return .greaterOrEqual(value)
        case 4: return PlainOrder.compare(value, other) <= 0 ? .between(value, other) : .between(other, value)
        default: return .beginning(value.firstPart)
        }
    }

    /// A filter on what the page has of its items; that of a Query may not be on the keys that choose the page.
    fileprivate mutating func filter(for page: PageStep, _ shape: PlainShape) -> PlainFilter? {
        let keys = (shape.keys.all + shape.looseKeys).map(\.name).filter {
            page.operation == .scan || !page.keys(in: shape).contains($0)
        }
        let fetches = page.fetchesItems(in: shape)
        let names = (keys + Self.plainNames).filter { fetches || shape.holds($0, in: page.index) }
        return names.isEmpty
            ? nil
            : PlainFilter(name: pick(names), test: pick([.exists, .isAbsent, .has(pick(AttributeType.allCases))]))
    }
}

extension AttributeValue {
    /// The first letter of a string, the first byte of a binary.
    fileprivate var firstPart: AttributeValue {
        switch self {
        case .string(let text): .string(String(text.unicodeScalars.prefix(1)))
        case .binary(let bytes): .binary(Array(bytes.prefix(1)))
        default: self
        }
    }
}

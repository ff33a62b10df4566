// Capacity units, worked out for the tests alone from the service's rules.

import ApusModel

/// What was used of a table and of its indexes; only what is above zero is told.
struct PlainUnits: Sendable {
    var table = 0.0
    private var indexes: [(index: PlainIndex, units: Double)] = []

    init(table: Double = 0) {
        self.table = table
    }

    mutating func add(_ units: Double, to index: PlainIndex?) {
        guard let index else {
            table += units
            return
        }
        if let position = indexes.firstIndex(where: { $0.index.name == index.name }) {
            indexes[position].units += units
        } else if units > 0 {
            indexes.append((index, units))
        }
    }

    static func + (left: PlainUnits, right: PlainUnits) -> PlainUnits {
        var sum = left
        sum.table += right.table
        for (index, units) in right.indexes { sum.add(units, to: index) }
        return sum
    }

    // MARK: Reads

    /// The units of reading so many bytes at once: blocks of 4 KB, at least one, halved where it may be stale.
    static func reading(_ bytes: Int, isConsistent: Bool) -> Double {
        Double(max(1, blocks(bytes, of: 4_096))) * (isConsistent ? 1 : 0.5)
    }

    // MARK: Writes

    /// What it costs that an item became another: the table by the larger, each index by what it sees of the change.
    init(ofWriting new: Item?, over old: Item?, in shape: PlainShape) {
        table = Double(max(1, Self.blocks(max(Self.bytes(old), Self.bytes(new)), of: 1_024)))
        for index in shape.indexes {
            add(Self.units(of: index, ofWriting: new, over: old, in: shape), to: index)
        }
    }

    private static func units(
        of index: PlainIndex,
        ofWriting new: Item?,
        over old: Item?,
        in shape: PlainShape
    ) -> Double {
        let (before, after) = (shape.attributes(of: old, in: index), shape.attributes(of: new, in: index))
        let (left, entered) = (blocks(bytes(before), of: 1_024), blocks(bytes(after), of: 1_024))
        guard let before, let after, index.keys.areSame(in: before, and: after) else { return Double(left + entered) }
        return before == after ? 0 : Double(max(left, entered))
    }

    private static func bytes(_ item: Item?) -> Int {
        item.map { PlainSize.bytes(of: $0) } ?? 0
    }

    private static func blocks(_ bytes: Int, of size: Int) -> Int {
        (bytes + size - 1) / size
    }
}

extension PlainShape {
    fileprivate func attributes(of item: Item?, in index: PlainIndex) -> Item? {
        item.flatMap { isIn(index, $0) ? entry(of: $0, in: index).attributes : nil }
    }
}

/// What a request asks to be told of the capacity it uses.
enum CapacityChoice: Sendable {
    case absent, none, total, indexes

    /// The value of `ReturnConsumedCapacity`; nil where the request does not have it.
    var member: JSONTree? {
        switch self {
        case .absent: nil
        case .none: "NONE"
        case .total: "TOTAL"
        case .indexes: "INDEXES"
        }
    }
}

extension PlainUnits {
    /// What an answer tells of these units; nil where it was not asked.
    func told(_ choice: CapacityChoice, of tableName: String) -> JSONTree? {
        let total = indexes.reduce(table) { $0 + $1.units }
        var told: JSONTree = ["TableName": .string(tableName), "CapacityUnits": .number(total)]
        switch choice {
        case .absent, .none: return nil
        case .total: return told
        case .indexes:
            if table > 0 { told.add("Table", Self.arm(table)) }
            told.add("LocalSecondaryIndexes", arms(where: { $0.isLocal }))
            told.add("GlobalSecondaryIndexes", arms(where: { !$0.isLocal }))
            return told
        }
    }

    private func arms(where isWanted: (PlainIndex) -> Bool) -> JSONTree? {
        let wanted = indexes.filter { isWanted($0.index) }
        guard !wanted.isEmpty else { return nil }
        return .object(wanted.map { JSONTree.Member(name: $0.index.name, value: Self.arm($0.units)) })
    }

    private static func arm(_ units: Double) -> JSONTree {
        ["CapacityUnits": .number(units)]
    }
}

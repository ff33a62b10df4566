// The capacity units that a request used, by table and index.

import ApusModel

/// The units that something used of one table: of the table itself, and of each of its indexes.
package struct ConsumedUnits: Equatable, Sendable {
    /// The units used of one index.
    package struct OfIndex: Equatable, Sendable {
        package let name: String
        package let kind: IndexDefinition.Kind
        package fileprivate(set) var units: Double
    }

    package var table: Double
    /// Only indexes that used any.
    package private(set) var indexes: [OfIndex] = []

    package init(table: Double = 0) {
        self.table = table
    }

    /// What the table and the indexes used together.
    package var total: Double { indexes.reduce(table) { $0 + $1.units } }

    package mutating func add(_ units: Double, to index: IndexDefinition) {
        add(OfIndex(name: index.name, kind: index.kind, units: units))
    }

    private mutating func add(_ part: OfIndex) {
        guard part.units > 0 else { return }
        if let position = indexes.firstIndex(where: { $0.name.hasSameBytes(as: part.name) }) {
            indexes[position].units += part.units
        } else {
            indexes.append(part)
        }
    }

    package static func += (left: inout ConsumedUnits, right: ConsumedUnits) {
        left.table += right.table
        for part in right.indexes { left.add(part) }
    }
}

// How many capacity units a request used, as answers tell it.

import ApusModel

/// The capacity that one request used of one table.
package struct ConsumedCapacity: Equatable, Sendable {
    /// The units used of an index, under its name.
    package typealias OfIndexes = [(name: String, units: Double)]

    /// What the table and each of its indexes used. What used nothing is left out.
    package struct Split: Equatable, Sendable {
        package let table: Double
        package let localIndexes: OfIndexes
        package let globalIndexes: OfIndexes

        package init(table: Double, localIndexes: OfIndexes = [], globalIndexes: OfIndexes = []) {
            self.table = table
            self.localIndexes = localIndexes
            self.globalIndexes = globalIndexes
        }

        package static func == (left: Split, right: Split) -> Bool {
            left.table == right.table && left.localIndexes.elementsEqual(right.localIndexes, by: ==)
                && left.globalIndexes.elementsEqual(right.globalIndexes, by: ==)
        }
    }

    package let tableName: String
    package let capacityUnits: Double
    /// The parts, told only where the split by index was asked for.
    package let split: Split?

    package init(tableName: String, capacityUnits: Double, split: Split? = nil) {
        self.tableName = tableName
        self.capacityUnits = capacityUnits
        self.split = split
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TableName")
            writer.string(tableName)
            writer.name("CapacityUnits")
            writer.double(capacityUnits)
            guard let split else { return }
            if split.table > 0 {
                writer.name("Table")
                writer.capacity(split.table)
            }
            writer.member("LocalSecondaryIndexes", split.localIndexes)
            writer.member("GlobalSecondaryIndexes", split.globalIndexes)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func capacity(_ units: Double) {
        object { writer in
            writer.name("CapacityUnits")
            writer.double(units)
        }
    }

    fileprivate mutating func member(_ name: StaticString, _ indexes: ConsumedCapacity.OfIndexes) {
        guard !indexes.isEmpty else { return }
        self.name(name)
        object { writer in
            for (name, units) in indexes {
                writer.name(name)
                writer.capacity(units)
            }
        }
    }

    /// Writes the member `ConsumedCapacity`, where there is one.
    mutating func member(_ capacity: ConsumedCapacity?) {
        guard let capacity else { return }
        name("ConsumedCapacity")
        capacity.write(to: &self)
    }

    /// Writes the member `ConsumedCapacity` of a batch, one element for each table, where there is one.
    mutating func member(_ capacities: [ConsumedCapacity]?) {
        guard let capacities else { return }
        name("ConsumedCapacity")
        array { writer in capacities.forEach { $0.write(to: &writer) } }
    }
}

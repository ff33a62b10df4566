// How many capacity units a request used, as answers tell it.

import ApusModel

/// The capacity that one request used of one table.
package struct ConsumedCapacity: Equatable, Sendable {
    package let tableName: String
    package let capacityUnits: Double
    /// The table's own part, told only where the split by index was asked for.
    package let table: Double?

    package init(tableName: String, capacityUnits: Double, table: Double? = nil) {
        self.tableName = tableName
        self.capacityUnits = capacityUnits
        self.table = table
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TableName")
            writer.string(tableName)
            writer.name("CapacityUnits")
            writer.double(capacityUnits)
            guard let table else { return }
            writer.name("Table")
            writer.object { writer in
                writer.name("CapacityUnits")
                writer.double(table)
            }
        }
    }
}

extension JSONWriter {
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

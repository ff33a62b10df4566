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

    /// What units are told of besides their number: transactions say whether they are of reads or of writes.
    package enum Form: Equatable, Sendable {
        case plain
        case transaction(ThrottlingReason.Direction)
    }

    package let tableName: String
    package let capacityUnits: Double
    /// The parts, told only where the split by index was asked for.
    package let split: Split?
    package let form: Form

    package init(tableName: String, capacityUnits: Double, split: Split? = nil, form: Form = .plain) {
        self.tableName = tableName
        self.capacityUnits = capacityUnits
        self.split = split
        self.form = form
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TableName")
            writer.string(tableName)
            writer.units(capacityUnits, in: form)
            guard let split else { return }
            if split.table > 0 {
                writer.name("Table")
                writer.capacity(split.table, in: form)
            }
            writer.member("LocalSecondaryIndexes", split.localIndexes, in: form)
            writer.member("GlobalSecondaryIndexes", split.globalIndexes, in: form)
        }
    }
}

extension JSONWriter {
    /// Writes how many units there are, and in a transaction of which kind.
    fileprivate mutating func units(_ units: Double, in form: ConsumedCapacity.Form) {
        name("CapacityUnits")
        double(units)
        switch form {
        case .plain: return
        case .transaction(.read): name("ReadCapacityUnits")
        case .transaction(.write): name("WriteCapacityUnits")
        }
        double(units)
    }

    fileprivate mutating func capacity(_ units: Double, in form: ConsumedCapacity.Form) {
        object { writer in writer.units(units, in: form) }
    }

    fileprivate mutating func member(
        _ name: StaticString,
        _ indexes: ConsumedCapacity.OfIndexes,
        in form: ConsumedCapacity.Form
    ) {
        guard !indexes.isEmpty else { return }
        self.name(name)
        object { writer in
            for (name, units) in indexes {
                writer.name(name)
                writer.capacity(units, in: form)
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

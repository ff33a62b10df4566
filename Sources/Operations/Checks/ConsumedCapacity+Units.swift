// What a request used, told only where it was asked for.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire

extension ConsumedCapacity {
    /// Nil where the request does not ask for it.
    init?(
        of table: Table,
        _ consumed: ConsumedUnits,
        asked: Choice<ReturnConsumedCapacity>?,
        form: Form = .plain
    ) {
        let (name, units) = (table.name.text, consumed.total)
        switch asked?.value {
        case .total: self.init(tableName: name, capacityUnits: units, form: form)
        case .indexes: self.init(tableName: name, capacityUnits: units, split: Split(consumed), form: form)
        case nil, .some(.none): return nil
        }
    }
}

extension ConsumedCapacity.Split {
    fileprivate init(_ consumed: ConsumedUnits) {
        func units(of kind: IndexDefinition.Kind) -> ConsumedCapacity.OfIndexes {
            consumed.indexes.filter { $0.kind == kind }.map { ($0.name, $0.units) }
        }
        self.init(
            table: consumed.table,
            localIndexes: units(of: .local),
            globalIndexes: units(of: .global)
        )
    }
}

// What a request used, told only where it was asked for.

import ApusDatabase
import ApusWire

extension ConsumedCapacity {
    /// Nil where the request does not ask for it.
    init?(of table: Table, units: Double, asked: Choice<ReturnConsumedCapacity>?) {
        switch asked?.value {
        case .total: self.init(tableName: table.name.text, capacityUnits: units)
        case .indexes: self.init(tableName: table.name.text, capacityUnits: units, table: units)
        case nil, .some(.none): return nil
        }
    }
}

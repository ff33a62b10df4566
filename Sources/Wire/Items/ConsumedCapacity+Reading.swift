// How many capacity units a request used, as a client reads it.

import ApusModel

extension ConsumedCapacity {
    /// Reads the table and the units in all; the split by index is passed over.
    init(reading reader: inout JSONReader) throws(ServiceError) {
        var tableName = ""
        var units = 0.0
        try reader.members(of: "ConsumedCapacity") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString() ?? ""
            case "CapacityUnits": units = try reader.units()
            default: try reader.skipValue()
            }
        }
        self.init(tableName: tableName, capacityUnits: units)
    }
}

extension JSONReader {
    fileprivate mutating func units() throws(ServiceError) -> Double {
        if try consumeNull() { return 0 }
        guard let units = Double(String(decoding: try readNumber(), as: UTF8.self)) else {
            throw .serialization("CapacityUnits is no number")
        }
        return units
    }
}

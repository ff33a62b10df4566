// The shape TableWarmThroughputDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The load that a table can take at once.
public struct TableWarmThroughputDescription: Equatable, Sendable {
    /// Reads each second that can be taken at once, in read units.
    public var readUnitsPerSecond: Int?
    /// Writes each second that can be taken at once, in write units.
    public var writeUnitsPerSecond: Int?
    /// Whether the table is ready for this load; `UPDATING` while it is being raised.
    public var status: TableStatus?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        readUnitsPerSecond: Int? = nil,
        writeUnitsPerSecond: Int? = nil,
        status: TableStatus? = nil
    ) {
        self.readUnitsPerSecond = readUnitsPerSecond
        self.writeUnitsPerSecond = writeUnitsPerSecond
        self.status = status
    }
}

extension TableWarmThroughputDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TableWarmThroughputDescription") { name, reader throws(ServiceError) in
            switch name {
            case "ReadUnitsPerSecond": readUnitsPerSecond = try reader.value()
            case "WriteUnitsPerSecond": writeUnitsPerSecond = try reader.value()
            case "Status": status = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

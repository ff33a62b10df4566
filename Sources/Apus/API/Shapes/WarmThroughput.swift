// The shape WarmThroughput of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The load that a table or an index is to be ready for at once. It can only be raised.
public struct WarmThroughput: Equatable, Sendable {
    /// Reads each second to be ready for, in read units; unchanged when absent.
    public var readUnitsPerSecond: Int?
    /// Writes each second to be ready for, in write units; unchanged when absent.
    public var writeUnitsPerSecond: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        readUnitsPerSecond: Int? = nil,
        writeUnitsPerSecond: Int? = nil
    ) {
        self.readUnitsPerSecond = readUnitsPerSecond
        self.writeUnitsPerSecond = writeUnitsPerSecond
    }
}

extension WarmThroughput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ReadUnitsPerSecond", of: readUnitsPerSecond)
            writer.member("WriteUnitsPerSecond", of: writeUnitsPerSecond)
        }
    }
}

extension WarmThroughput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "WarmThroughput") { name, reader throws(ServiceError) in
            switch name {
            case "ReadUnitsPerSecond": readUnitsPerSecond = try reader.value()
            case "WriteUnitsPerSecond": writeUnitsPerSecond = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

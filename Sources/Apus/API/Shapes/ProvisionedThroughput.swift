// The shape ProvisionedThroughput of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How much may be read and written each second, paid whether used or not.
public struct ProvisionedThroughput: Equatable, Sendable {
    /// Reads each second, at least 1. One is a strongly consistent read of up to 4 KB.
    public var readCapacityUnits: Int
    /// Writes each second, at least 1. One is a write of up to 1 KB.
    public var writeCapacityUnits: Int

    /// Takes a value for each member; those with a default may be left out.
    public init(
        readCapacityUnits: Int,
        writeCapacityUnits: Int
    ) {
        self.readCapacityUnits = readCapacityUnits
        self.writeCapacityUnits = writeCapacityUnits
    }
}

extension ProvisionedThroughput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ReadCapacityUnits", of: readCapacityUnits)
            writer.member("WriteCapacityUnits", of: writeCapacityUnits)
        }
    }
}

extension ProvisionedThroughput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var readCapacityUnits: Int?
        var writeCapacityUnits: Int?
        try reader.members(of: "ProvisionedThroughput") { name, reader throws(ServiceError) in
            switch name {
            case "ReadCapacityUnits": readCapacityUnits = try reader.value()
            case "WriteCapacityUnits": writeCapacityUnits = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            readCapacityUnits: try readCapacityUnits.required("ReadCapacityUnits"),
            writeCapacityUnits: try writeCapacityUnits.required("WriteCapacityUnits")
        )
    }
}

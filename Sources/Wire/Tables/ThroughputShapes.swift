// How much throughput is asked for, of a table or of a global secondary index.

import ApusModel

/// The throughput that is provisioned, in units per second.
package struct ProvisionedThroughput: Sendable {
    package var readCapacityUnits: Int?
    package var writeCapacityUnits: Int?

    package init(readCapacityUnits: Int, writeCapacityUnits: Int) {
        self.readCapacityUnits = readCapacityUnits
        self.writeCapacityUnits = writeCapacityUnits
    }

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "ProvisionedThroughput") { name, reader throws(ServiceError) in
            switch name {
            case "ReadCapacityUnits": readCapacityUnits = try reader.optionalInteger("Long")
            case "WriteCapacityUnits": writeCapacityUnits = try reader.optionalInteger("Long")
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.require(readCapacityUnits, at: "\(path).readCapacityUnits")
        violations.checkValue(readCapacityUnits, within: 1...Int.max, at: "\(path).readCapacityUnits")
        violations.require(writeCapacityUnits, at: "\(path).writeCapacityUnits")
        violations.checkValue(writeCapacityUnits, within: 1...Int.max, at: "\(path).writeCapacityUnits")
    }
}

/// The most that an on-demand table or index may use, in units per second; -1 for no such bound.
package struct OnDemandThroughput: Sendable {
    package var maxReadRequestUnits: Int?
    package var maxWriteRequestUnits: Int?

    package init(maxReadRequestUnits: Int?, maxWriteRequestUnits: Int?) {
        self.maxReadRequestUnits = maxReadRequestUnits
        self.maxWriteRequestUnits = maxWriteRequestUnits
    }

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "OnDemandThroughput") { name, reader throws(ServiceError) in
            switch name {
            case "MaxReadRequestUnits": maxReadRequestUnits = try reader.optionalInteger("Long")
            case "MaxWriteRequestUnits": maxWriteRequestUnits = try reader.optionalInteger("Long")
            default: try reader.skipValue()
            }
        }
    }
}

/// What a table or an index is to serve at once, in units per second.
package struct WarmThroughput: Sendable {
    package var readUnitsPerSecond: Int?
    package var writeUnitsPerSecond: Int?

    package init(readUnitsPerSecond: Int?, writeUnitsPerSecond: Int?) {
        self.readUnitsPerSecond = readUnitsPerSecond
        self.writeUnitsPerSecond = writeUnitsPerSecond
    }

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "WarmThroughput") { name, reader throws(ServiceError) in
            switch name {
            case "ReadUnitsPerSecond": readUnitsPerSecond = try reader.optionalInteger("Long")
            case "WriteUnitsPerSecond": writeUnitsPerSecond = try reader.optionalInteger("Long")
            default: try reader.skipValue()
            }
        }
    }
}

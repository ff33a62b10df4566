// The shape ProvisionedThroughputDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The provisioned capacity as it stands, and when it last changed. Units are 0 on demand.
public struct ProvisionedThroughputDescription: Equatable, Sendable {
    /// When capacity was last raised. Absent if it never was.
    public var lastIncreaseDateTime: Date?
    /// When capacity was last lowered. Absent if it never was.
    public var lastDecreaseDateTime: Date?
    /// How often capacity was lowered since midnight UTC. Four are free, then one an hour.
    public var numberOfDecreasesToday: Int?
    /// Read units each second; 0 on demand.
    public var readCapacityUnits: Int?
    /// Write units each second; 0 on demand.
    public var writeCapacityUnits: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        lastIncreaseDateTime: Date? = nil,
        lastDecreaseDateTime: Date? = nil,
        numberOfDecreasesToday: Int? = nil,
        readCapacityUnits: Int? = nil,
        writeCapacityUnits: Int? = nil
    ) {
        self.lastIncreaseDateTime = lastIncreaseDateTime
        self.lastDecreaseDateTime = lastDecreaseDateTime
        self.numberOfDecreasesToday = numberOfDecreasesToday
        self.readCapacityUnits = readCapacityUnits
        self.writeCapacityUnits = writeCapacityUnits
    }
}

extension ProvisionedThroughputDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ProvisionedThroughputDescription") { name, reader throws(ServiceError) in
            switch name {
            case "LastIncreaseDateTime": lastIncreaseDateTime = try reader.value()
            case "LastDecreaseDateTime": lastDecreaseDateTime = try reader.value()
            case "NumberOfDecreasesToday": numberOfDecreasesToday = try reader.value()
            case "ReadCapacityUnits": readCapacityUnits = try reader.value()
            case "WriteCapacityUnits": writeCapacityUnits = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

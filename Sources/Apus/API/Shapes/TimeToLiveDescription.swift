// The shape TimeToLiveDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Whether items expire, and by which attribute.
public struct TimeToLiveDescription: Equatable, Sendable {
    /// Whether items expire.
    public var timeToLiveStatus: TimeToLiveStatus?
    /// The attribute that holds the expiry. Absent while expiry is off.
    public var attributeName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        timeToLiveStatus: TimeToLiveStatus? = nil,
        attributeName: String? = nil
    ) {
        self.timeToLiveStatus = timeToLiveStatus
        self.attributeName = attributeName
    }
}

extension TimeToLiveDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TimeToLiveDescription") { name, reader throws(ServiceError) in
            switch name {
            case "TimeToLiveStatus": timeToLiveStatus = try reader.value()
            case "AttributeName": attributeName = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

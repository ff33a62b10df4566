// The shape Record of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One change of one item, as a stream has it.
public struct Record: Equatable, Sendable {
    /// The record's own name, which no other has.
    public var eventID: String?
    /// What happened to the item.
    public var eventName: OperationType?
    /// The version of the record's form.
    public var eventVersion: String?
    /// The service that has made the record: `aws:dynamodb`.
    public var eventSource: String?
    /// The region in which the change was made.
    public var awsRegion: String?
    /// What happened, and to which item.
    public var dynamodb: StreamRecord?
    /// Who made the change, where it was the service itself, as it is when an item expires.
    public var userIdentity: Identity?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        eventID: String? = nil,
        eventName: OperationType? = nil,
        eventVersion: String? = nil,
        eventSource: String? = nil,
        awsRegion: String? = nil,
        dynamodb: StreamRecord? = nil,
        userIdentity: Identity? = nil
    ) {
        self.eventID = eventID
        self.eventName = eventName
        self.eventVersion = eventVersion
        self.eventSource = eventSource
        self.awsRegion = awsRegion
        self.dynamodb = dynamodb
        self.userIdentity = userIdentity
    }
}

extension Record: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "Record") { name, reader throws(ServiceError) in
            switch name {
            case "eventID": eventID = try reader.value()
            case "eventName": eventName = try reader.value()
            case "eventVersion": eventVersion = try reader.value()
            case "eventSource": eventSource = try reader.value()
            case "awsRegion": awsRegion = try reader.value()
            case "dynamodb": dynamodb = try reader.value()
            case "userIdentity": userIdentity = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// The shape StreamDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The state of a stream, and some of its shards.
public struct StreamDescription: Equatable, Sendable {
    /// The name of the stream's table, which may be gone already.
    public var tableName: String?
    /// The ARN of the stream.
    public var streamArn: String?
    /// The time at which the stream was made, as text; the end of its ARN.
    public var streamLabel: String?
    /// Whether it takes down changes.
    public var streamStatus: StreamStatus?
    /// What a record holds besides the key.
    public var streamViewType: StreamViewType?
    /// When the stream was switched on.
    public var creationRequestDateTime: Date?
    /// The key's attributes: the partition key, and if there is one the sort key.
    public var keySchema: [KeySchemaElement]?
    /// The shards, in the order in which they were made.
    public var shards: [Shard]?
    /// The shard after which the next answer begins. Absent in the last answer.
    public var lastEvaluatedShardID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        streamArn: String? = nil,
        streamLabel: String? = nil,
        streamStatus: StreamStatus? = nil,
        streamViewType: StreamViewType? = nil,
        creationRequestDateTime: Date? = nil,
        keySchema: [KeySchemaElement]? = nil,
        shards: [Shard]? = nil,
        lastEvaluatedShardID: String? = nil
    ) {
        self.tableName = tableName
        self.streamArn = streamArn
        self.streamLabel = streamLabel
        self.streamStatus = streamStatus
        self.streamViewType = streamViewType
        self.creationRequestDateTime = creationRequestDateTime
        self.keySchema = keySchema
        self.shards = shards
        self.lastEvaluatedShardID = lastEvaluatedShardID
    }
}

extension StreamDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "StreamDescription") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "StreamArn": streamArn = try reader.value()
            case "StreamLabel": streamLabel = try reader.value()
            case "StreamStatus": streamStatus = try reader.value()
            case "StreamViewType": streamViewType = try reader.value()
            case "CreationRequestDateTime": creationRequestDateTime = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "Shards": shards = try reader.value()
            case "LastEvaluatedShardId": lastEvaluatedShardID = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

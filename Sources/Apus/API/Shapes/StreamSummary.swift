// The shape Stream of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One line of a list of streams.
public struct StreamSummary: Equatable, Sendable {
    /// The name of the stream's table.
    public var tableName: String?
    /// The ARN of the stream.
    public var streamArn: String?
    /// The time at which the stream was made, as text; the end of its ARN.
    public var streamLabel: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        streamArn: String? = nil,
        streamLabel: String? = nil
    ) {
        self.tableName = tableName
        self.streamArn = streamArn
        self.streamLabel = streamLabel
    }
}

extension StreamSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "Stream") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "StreamArn": streamArn = try reader.value()
            case "StreamLabel": streamLabel = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// The requests to read the records of a shard.

import ApusModel

/// Where in a shard reading is to begin.
package struct GetShardIteratorRequest: WireRequest {
    package var streamArn: String?
    package var shardID: String?
    package var type: Choice<ShardIteratorType>?
    package var sequenceNumber: String?
    package var timestamp: Timestamp?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "GetShardIteratorInput") { name, reader throws(ServiceError) in
            switch name {
            case "StreamArn": streamArn = try reader.optionalString()
            case "ShardId": shardID = try reader.optionalString()
            case "ShardIteratorType": type = try reader.optionalChoice()
            case "SequenceNumber": sequenceNumber = try reader.optionalString()
            case "Timestamp": timestamp = try reader.optionalTimestamp()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkStream(streamArn)
        violations.require(shardID, at: "shardId")
        violations.checkLength(of: shardID, within: Limits.shardIDLength, at: "shardId")
        violations.require(type, at: "shardIteratorType")
        violations.checkChoice(type, at: "shardIteratorType")
        violations.checkLength(of: sequenceNumber, within: Limits.sequenceNumberLength, at: "sequenceNumber")
    }
}

/// What a place in a shard is told by.
package enum ShardIteratorType: String, CaseIterable, Sendable {
    case afterSequenceNumber = "AFTER_SEQUENCE_NUMBER"
    case latest = "LATEST"
    case atTimestamp = "AT_TIMESTAMP"
    case atSequenceNumber = "AT_SEQUENCE_NUMBER"
    case trimHorizon = "TRIM_HORIZON"
}

/// From where on records are wanted, and how many at most.
package struct GetRecordsRequest: WireRequest {
    package var shardIterator: String?
    package var limit: Int?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "GetRecordsInput") { name, reader throws(ServiceError) in
            switch name {
            case "ShardIterator": shardIterator = try reader.optionalString()
            case "Limit": limit = try reader.optionalInteger()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.require(shardIterator, at: "shardIterator")
        violations.checkLength(of: shardIterator, within: Limits.shardIteratorLength, at: "shardIterator")
        violations.checkValue(limit, within: Limits.recordsPerPage, at: "limit")
    }
}

extension JSONReader {
    /// Reads a point in time: seconds since 1970, with a fraction.
    fileprivate mutating func optionalTimestamp() throws(ServiceError) -> Timestamp? {
        if try consumeNull() { return nil }
        guard case .number = try peekKind() else { throw .serialization("Unexpected field type") }
        let text = String(decoding: try readNumber(), as: UTF8.self)
        let milliseconds = (Double(text) ?? 0) * 1_000
        return Int64(exactly: milliseconds.rounded()).map { Timestamp(milliseconds: $0) }
            ?? Timestamp(milliseconds: milliseconds < 0 ? .min : .max)
    }
}

// The requests to list and to describe streams.

import ApusModel

/// Which page of the streams of a region is wanted, or of those of a table.
package struct ListStreamsRequest: WireRequest {
    package var tableName: String?
    package var limit: Int?
    package var exclusiveStartStreamArn: String?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "ListStreamsInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "Limit": limit = try reader.optionalInteger()
            case "ExclusiveStartStreamArn": exclusiveStartStreamArn = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkName(tableName, at: "tableName")
        violations.checkLength(of: tableName, within: Limits.nameLength, at: "tableName")
        violations.checkValue(limit, within: Limits.streamsPerPage, at: "limit")
        violations.checkLength(
            of: exclusiveStartStreamArn,
            within: Limits.streamArnLength,
            at: "exclusiveStartStreamArn"
        )
    }
}

/// Which page of the shards of a stream is wanted.
package struct DescribeStreamRequest: WireRequest {
    package var streamArn: String?
    package var limit: Int?
    package var exclusiveStartShardID: String?
    package var shardFilter: ShardFilter?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "DescribeStreamInput") { name, reader throws(ServiceError) in
            switch name {
            case "StreamArn": streamArn = try reader.optionalString()
            case "Limit": limit = try reader.optionalInteger()
            case "ExclusiveStartShardId": exclusiveStartShardID = try reader.optionalString()
            case "ShardFilter": shardFilter = try ShardFilter(optional: &reader)
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkStream(streamArn)
        violations.checkValue(limit, within: Limits.streamsPerPage, at: "limit")
        violations.checkLength(
            of: exclusiveStartShardID,
            within: Limits.shardIDLength,
            at: "exclusiveStartShardId"
        )
        shardFilter?.check(&violations)
    }
}

/// Which shards of a stream are wanted: the children of one.
package struct ShardFilter: Sendable {
    package var type: Choice<ShardFilterType>?
    package var shardID: String?

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "ShardFilter") { name, reader throws(ServiceError) in
            switch name {
            case "Type": type = try reader.optionalChoice()
            case "ShardId": shardID = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
    }

    fileprivate func check(_ violations: inout ShapeViolations) {
        violations.checkChoice(type, at: "shardFilter.type")
        violations.checkLength(of: shardID, within: Limits.shardIDLength, at: "shardFilter.shardId")
    }
}

/// How shards are chosen.
package enum ShardFilterType: String, CaseIterable, Sendable {
    case childShards = "CHILD_SHARDS"
}

extension ShapeViolations {
    /// Checks the ARN of a stream; there must be one.
    mutating func checkStream(_ arn: String?) {
        require(arn, at: "streamArn")
        checkLength(of: arn, within: Limits.streamArnLength, at: "streamArn")
    }
}

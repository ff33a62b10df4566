// The operation Scan. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Reads all items of a table or an index, page by page, in no useful order.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/provisionedThroughputExceeded``, ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func scan(
        _ input: ScanInput
    ) async throws(CallError) -> ScanOutput {
        try await send(ScanCommand(input))
    }
}

/// Scan as a value, to be sent by a client. Reads all items of a table or an index, page by page, in no useful order.
public struct ScanCommand: Command {
    /// The name of the operation.
    public static let operation = "Scan"
    /// What is asked.
    public let input: ScanInput

    /// A command of this input.
    public init(_ input: ScanInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ScanOutput {
        try ScanOutput(decoding: body)
    }
}

/// What Scan is asked.
public struct ScanInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The index to read. The table itself when absent.
    public var indexName: String?
    /// The old way to name the attributes to read. `ProjectionExpression` replaces it.
    public var attributesToGet: [String]?
    /// The most items to read for one page, before the filter; at least 1. A page ends at 1 MB anyway.
    public var limit: Int?
    /// What to tell of the items; it follows from the projection and the index when absent.
    public var select: Select?
    /// The old way to filter the items read. `FilterExpression` replaces it.
    public var scanFilter: [String: Condition]?
    /// How the old conditions are joined; `AND` when absent. An expression replaces it.
    public var conditionalOperator: ConditionalOperator?
    /// Where to go on: `LastEvaluatedKey` of the previous page. Absent for the first.
    public var exclusiveStartKey: Item?
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// Into how many parts the table is cut for parallel scans, 1 to 1000000. Goes with `Segment`.
    public var totalSegments: Int?
    /// Which part of the table this scan reads, from 0 up to `TotalSegments` less one.
    public var segment: Int?
    /// The attributes to answer, as paths between commas; all when absent. It does not lower the cost.
    public var projectionExpression: String?
    /// Which of the items read are answered. Left-out items cost as much and count for `Limit`.
    public var filterExpression: String?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?
    /// What each `:value` of the expressions stands for. All must be used.
    public var expressionAttributeValues: [String: AttributeValue]?
    /// Whether all writes before the scan must be seen, at twice the cost; false when absent. Not for global indexes.
    public var consistentRead: Bool?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        indexName: String? = nil,
        attributesToGet: [String]? = nil,
        limit: Int? = nil,
        select: Select? = nil,
        scanFilter: [String: Condition]? = nil,
        conditionalOperator: ConditionalOperator? = nil,
        exclusiveStartKey: Item? = nil,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        totalSegments: Int? = nil,
        segment: Int? = nil,
        projectionExpression: String? = nil,
        filterExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil,
        consistentRead: Bool? = nil
    ) {
        self.tableName = tableName
        self.indexName = indexName
        self.attributesToGet = attributesToGet
        self.limit = limit
        self.select = select
        self.scanFilter = scanFilter
        self.conditionalOperator = conditionalOperator
        self.exclusiveStartKey = exclusiveStartKey
        self.returnConsumedCapacity = returnConsumedCapacity
        self.totalSegments = totalSegments
        self.segment = segment
        self.projectionExpression = projectionExpression
        self.filterExpression = filterExpression
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
        self.consistentRead = consistentRead
    }
}

extension ScanInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("IndexName", of: indexName)
            writer.member("AttributesToGet", of: attributesToGet)
            writer.member("Limit", of: limit)
            writer.member("Select", of: select)
            writer.member("ScanFilter", of: scanFilter)
            writer.member("ConditionalOperator", of: conditionalOperator)
            writer.member("ExclusiveStartKey", of: exclusiveStartKey)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("TotalSegments", of: totalSegments)
            writer.member("Segment", of: segment)
            writer.member("ProjectionExpression", of: projectionExpression)
            writer.member("FilterExpression", of: filterExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
            writer.member("ConsistentRead", of: consistentRead)
        }
    }
}

/// What Scan answers.
public struct ScanOutput: Equatable, Sendable {
    /// The items of this page. Absent if only the count was asked for.
    public var items: [Item]
    /// How many items passed the filter on this page.
    public var count: Int?
    /// How many items were read for this page, before the filter.
    public var scannedCount: Int?
    /// Where the next page begins. Absent on the last page; a page may be empty and still have it.
    public var lastEvaluatedKey: Item?
    /// The capacity used. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: ConsumedCapacity?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        items: [Item] = [],
        count: Int? = nil,
        scannedCount: Int? = nil,
        lastEvaluatedKey: Item? = nil,
        consumedCapacity: ConsumedCapacity? = nil
    ) {
        self.items = items
        self.count = count
        self.scannedCount = scannedCount
        self.lastEvaluatedKey = lastEvaluatedKey
        self.consumedCapacity = consumedCapacity
    }
}

extension ScanOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ScanOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Items": items = try reader.value() ?? []
            case "Count": count = try reader.value()
            case "ScannedCount": scannedCount = try reader.value()
            case "LastEvaluatedKey": lastEvaluatedKey = try reader.value()
            case "ConsumedCapacity": consumedCapacity = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

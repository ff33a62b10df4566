// The operation Query. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Reads the items of one partition key value in the order of their sort keys, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/provisionedThroughputExceeded``, ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func query(
        _ input: QueryInput
    ) async throws(CallError) -> QueryOutput {
        try await send(QueryCommand(input))
    }
}

/// Query as a value, to be sent by a client. Reads the items of one partition key value in the order of their sort
/// keys, page by page.
public struct QueryCommand: Command {
    /// The name of the operation.
    public static let operation = "Query"
    /// What is asked.
    public let input: QueryInput

    /// A command of this input.
    public init(_ input: QueryInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> QueryOutput {
        try QueryOutput(decoding: body)
    }
}

/// What Query is asked.
public struct QueryInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The index to read. The table itself when absent.
    public var indexName: String?
    /// What to tell of the items; it follows from the projection and the index when absent.
    public var select: Select?
    /// The old way to name the attributes to read. `ProjectionExpression` replaces it.
    public var attributesToGet: [String]?
    /// The most items to read for one page, before the filter; at least 1. A page ends at 1 MB anyway.
    public var limit: Int?
    /// Whether all earlier writes must be seen, at twice the cost; false when absent. Not for global indexes.
    public var consistentRead: Bool?
    /// The old way to state the keys to read. `KeyConditionExpression` replaces it.
    public var keyConditions: [String: Condition]?
    /// The old way to filter the items read. `FilterExpression` replaces it.
    public var queryFilter: [String: Condition]?
    /// How the old conditions are joined; `AND` when absent. An expression replaces it.
    public var conditionalOperator: ConditionalOperator?
    /// Whether to read by ascending sort keys; true when absent.
    public var scanIndexForward: Bool?
    /// Where to go on: `LastEvaluatedKey` of the previous page. Absent for the first.
    public var exclusiveStartKey: Item?
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// The attributes to answer, as paths between commas; all when absent. It does not lower the cost.
    public var projectionExpression: String?
    /// Which of the items read are answered. Left-out items cost as much and count for `Limit`.
    public var filterExpression: String?
    /// The partition key value, by `=`, and if wished a range of sort keys.
    public var keyConditionExpression: String?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?
    /// What each `:value` of the expressions stands for. All must be used.
    public var expressionAttributeValues: [String: AttributeValue]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        indexName: String? = nil,
        select: Select? = nil,
        attributesToGet: [String]? = nil,
        limit: Int? = nil,
        consistentRead: Bool? = nil,
        keyConditions: [String: Condition]? = nil,
        queryFilter: [String: Condition]? = nil,
        conditionalOperator: ConditionalOperator? = nil,
        scanIndexForward: Bool? = nil,
        exclusiveStartKey: Item? = nil,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        projectionExpression: String? = nil,
        filterExpression: String? = nil,
        keyConditionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil
    ) {
        self.tableName = tableName
        self.indexName = indexName
        self.select = select
        self.attributesToGet = attributesToGet
        self.limit = limit
        self.consistentRead = consistentRead
        self.keyConditions = keyConditions
        self.queryFilter = queryFilter
        self.conditionalOperator = conditionalOperator
        self.scanIndexForward = scanIndexForward
        self.exclusiveStartKey = exclusiveStartKey
        self.returnConsumedCapacity = returnConsumedCapacity
        self.projectionExpression = projectionExpression
        self.filterExpression = filterExpression
        self.keyConditionExpression = keyConditionExpression
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
    }
}

extension QueryInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("IndexName", of: indexName)
            writer.member("Select", of: select)
            writer.member("AttributesToGet", of: attributesToGet)
            writer.member("Limit", of: limit)
            writer.member("ConsistentRead", of: consistentRead)
            writer.member("KeyConditions", of: keyConditions)
            writer.member("QueryFilter", of: queryFilter)
            writer.member("ConditionalOperator", of: conditionalOperator)
            writer.member("ScanIndexForward", of: scanIndexForward)
            writer.member("ExclusiveStartKey", of: exclusiveStartKey)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("ProjectionExpression", of: projectionExpression)
            writer.member("FilterExpression", of: filterExpression)
            writer.member("KeyConditionExpression", of: keyConditionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
        }
    }
}

/// What Query answers.
public struct QueryOutput: Equatable, Sendable {
    /// The items of this page, in the order of their sort keys. Absent if only the count was asked for.
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

extension QueryOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "QueryOutput") { name, reader throws(ServiceError) in
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

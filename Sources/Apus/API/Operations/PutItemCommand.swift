// The operation PutItem. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Writes one whole item, in place of any item with the same key.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/conditionalCheckFailed``, ``ErrorCode/provisionedThroughputExceeded``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/itemCollectionSizeLimitExceeded``,
    ///   ``ErrorCode/transactionConflict``, ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``,
    ///   ``ErrorCode/replicatedWriteConflict``, ``ErrorCode/throttling``.
    public func putItem(
        _ input: PutItemInput
    ) async throws(CallError) -> PutItemOutput {
        try await send(PutItemCommand(input))
    }
}

/// PutItem as a value, to be sent by a client. Writes one whole item, in place of any item with the same key.
public struct PutItemCommand: Command {
    /// The name of the operation.
    public static let operation = "PutItem"
    /// What is asked.
    public let input: PutItemInput

    /// A command of this input.
    public init(_ input: PutItemInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> PutItemOutput {
        try PutItemOutput(decoding: body)
    }
}

/// What PutItem is asked.
public struct PutItemInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The whole item to put, its key attributes included; at most 400 KB.
    public var item: Item
    /// The old way to state conditions, by attribute. `ConditionExpression` replaces it.
    public var expected: [String: ExpectedAttributeValue]?
    /// Whether to answer the item replaced: `ALL_OLD`, or `NONE`, which is the default.
    public var returnValues: ReturnValue?
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// Whether to tell the size of item collections; `NONE` when absent.
    public var returnItemCollectionMetrics: ReturnItemCollectionMetrics?
    /// How the old conditions are joined; `AND` when absent. An expression replaces it.
    public var conditionalOperator: ConditionalOperator?
    /// What must be true for the write to happen. Up to 4096 bytes; always true when absent.
    public var conditionExpression: String?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?
    /// What each `:value` of the expressions stands for. All must be used.
    public var expressionAttributeValues: [String: AttributeValue]?
    /// Whether a failed condition answers the item as it stands; `NONE` when absent.
    public var returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        item: Item,
        expected: [String: ExpectedAttributeValue]? = nil,
        returnValues: ReturnValue? = nil,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        returnItemCollectionMetrics: ReturnItemCollectionMetrics? = nil,
        conditionalOperator: ConditionalOperator? = nil,
        conditionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil,
        returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure? = nil
    ) {
        self.tableName = tableName
        self.item = item
        self.expected = expected
        self.returnValues = returnValues
        self.returnConsumedCapacity = returnConsumedCapacity
        self.returnItemCollectionMetrics = returnItemCollectionMetrics
        self.conditionalOperator = conditionalOperator
        self.conditionExpression = conditionExpression
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
        self.returnValuesOnConditionCheckFailure = returnValuesOnConditionCheckFailure
    }
}

extension PutItemInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Item", of: item)
            writer.member("Expected", of: expected)
            writer.member("ReturnValues", of: returnValues)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("ReturnItemCollectionMetrics", of: returnItemCollectionMetrics)
            writer.member("ConditionalOperator", of: conditionalOperator)
            writer.member("ConditionExpression", of: conditionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
            writer.member("ReturnValuesOnConditionCheckFailure", of: returnValuesOnConditionCheckFailure)
        }
    }
}

/// What PutItem answers.
public struct PutItemOutput: Equatable, Sendable {
    /// The item replaced, if `ReturnValues` asked for it and there was one.
    public var attributes: Item?
    /// The capacity used. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: ConsumedCapacity?
    /// The size of the item's collection. Absent unless asked for and the table has a local index.
    public var itemCollectionMetrics: ItemCollectionMetrics?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        attributes: Item? = nil,
        consumedCapacity: ConsumedCapacity? = nil,
        itemCollectionMetrics: ItemCollectionMetrics? = nil
    ) {
        self.attributes = attributes
        self.consumedCapacity = consumedCapacity
        self.itemCollectionMetrics = itemCollectionMetrics
    }
}

extension PutItemOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "PutItemOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Attributes": attributes = try reader.value()
            case "ConsumedCapacity": consumedCapacity = try reader.value()
            case "ItemCollectionMetrics": itemCollectionMetrics = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

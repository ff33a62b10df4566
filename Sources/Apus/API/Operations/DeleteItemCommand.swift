// The operation DeleteItem. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Deletes one item by its key. Deleting an item that is absent succeeds.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/conditionalCheckFailed``, ``ErrorCode/provisionedThroughputExceeded``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/itemCollectionSizeLimitExceeded``,
    ///   ``ErrorCode/transactionConflict``, ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``,
    ///   ``ErrorCode/replicatedWriteConflict``, ``ErrorCode/throttling``.
    public func deleteItem(
        _ input: DeleteItemInput
    ) async throws(CallError) -> DeleteItemOutput {
        try await send(DeleteItemCommand(input))
    }
}

/// DeleteItem as a value, to be sent by a client. Deletes one item by its key. Deleting an item that is absent
/// succeeds.
public struct DeleteItemCommand: Command {
    /// The name of the operation.
    public static let operation = "DeleteItem"
    /// What is asked.
    public let input: DeleteItemInput

    /// A command of this input.
    public init(_ input: DeleteItemInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DeleteItemOutput {
        try DeleteItemOutput(decoding: body)
    }
}

/// What DeleteItem is asked.
public struct DeleteItemInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The key of the item to delete. It need not exist.
    public var key: Item
    /// The old way to state conditions, by attribute. `ConditionExpression` replaces it.
    public var expected: [String: ExpectedAttributeValue]?
    /// How the old conditions are joined; `AND` when absent. An expression replaces it.
    public var conditionalOperator: ConditionalOperator?
    /// Whether to answer the item deleted: `ALL_OLD`, or `NONE`, which is the default.
    public var returnValues: ReturnValue?
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// Whether to tell the size of item collections; `NONE` when absent.
    public var returnItemCollectionMetrics: ReturnItemCollectionMetrics?
    /// What must be true for the delete to happen. Up to 4096 bytes; always true when absent.
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
        key: Item,
        expected: [String: ExpectedAttributeValue]? = nil,
        conditionalOperator: ConditionalOperator? = nil,
        returnValues: ReturnValue? = nil,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        returnItemCollectionMetrics: ReturnItemCollectionMetrics? = nil,
        conditionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil,
        returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure? = nil
    ) {
        self.tableName = tableName
        self.key = key
        self.expected = expected
        self.conditionalOperator = conditionalOperator
        self.returnValues = returnValues
        self.returnConsumedCapacity = returnConsumedCapacity
        self.returnItemCollectionMetrics = returnItemCollectionMetrics
        self.conditionExpression = conditionExpression
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
        self.returnValuesOnConditionCheckFailure = returnValuesOnConditionCheckFailure
    }
}

extension DeleteItemInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Key", of: key)
            writer.member("Expected", of: expected)
            writer.member("ConditionalOperator", of: conditionalOperator)
            writer.member("ReturnValues", of: returnValues)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("ReturnItemCollectionMetrics", of: returnItemCollectionMetrics)
            writer.member("ConditionExpression", of: conditionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
            writer.member("ReturnValuesOnConditionCheckFailure", of: returnValuesOnConditionCheckFailure)
        }
    }
}

/// What DeleteItem answers.
public struct DeleteItemOutput: Equatable, Sendable {
    /// The item deleted, if `ReturnValues` asked for it and there was one.
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

extension DeleteItemOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DeleteItemOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Attributes": attributes = try reader.value()
            case "ConsumedCapacity": consumedCapacity = try reader.value()
            case "ItemCollectionMetrics": itemCollectionMetrics = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// The operation GetItem. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Reads one item by its key.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/provisionedThroughputExceeded``, ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func getItem(
        _ input: GetItemInput
    ) async throws(CallError) -> GetItemOutput {
        try await send(GetItemCommand(input))
    }
}

/// GetItem as a value, to be sent by a client. Reads one item by its key.
public struct GetItemCommand: Command {
    /// The name of the operation.
    public static let operation = "GetItem"
    /// What is asked.
    public let input: GetItemInput

    /// A command of this input.
    public init(_ input: GetItemInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> GetItemOutput {
        try GetItemOutput(decoding: body)
    }
}

/// What GetItem is asked.
public struct GetItemInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The key of the item to read: all attributes of the table's primary key, and no others.
    public var key: Item
    /// The old way to name the attributes to read. `ProjectionExpression` replaces it.
    public var attributesToGet: [String]?
    /// Whether all earlier writes must be seen, at twice the cost; false when absent.
    public var consistentRead: Bool?
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// The attributes to answer, as paths between commas; all when absent. It does not lower the cost.
    public var projectionExpression: String?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        key: Item,
        attributesToGet: [String]? = nil,
        consistentRead: Bool? = nil,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        projectionExpression: String? = nil,
        expressionAttributeNames: [String: String]? = nil
    ) {
        self.tableName = tableName
        self.key = key
        self.attributesToGet = attributesToGet
        self.consistentRead = consistentRead
        self.returnConsumedCapacity = returnConsumedCapacity
        self.projectionExpression = projectionExpression
        self.expressionAttributeNames = expressionAttributeNames
    }
}

extension GetItemInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("Key", of: key)
            writer.member("AttributesToGet", of: attributesToGet)
            writer.member("ConsistentRead", of: consistentRead)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("ProjectionExpression", of: projectionExpression)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
        }
    }
}

/// What GetItem answers.
public struct GetItemOutput: Equatable, Sendable {
    /// The item read. Absent if there is none with this key.
    public var item: Item?
    /// The capacity used. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: ConsumedCapacity?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        item: Item? = nil,
        consumedCapacity: ConsumedCapacity? = nil
    ) {
        self.item = item
        self.consumedCapacity = consumedCapacity
    }
}

extension GetItemOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GetItemOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Item": item = try reader.value()
            case "ConsumedCapacity": consumedCapacity = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

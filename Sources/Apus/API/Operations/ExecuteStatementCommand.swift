// The operation ExecuteStatement. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Runs one PartiQL statement. A `SELECT` answers page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/conditionalCheckFailed``, ``ErrorCode/provisionedThroughputExceeded``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/itemCollectionSizeLimitExceeded``,
    ///   ``ErrorCode/transactionConflict``, ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``,
    ///   ``ErrorCode/duplicateItem``, ``ErrorCode/throttling``.
    public func executeStatement(
        _ input: ExecuteStatementInput
    ) async throws(CallError) -> ExecuteStatementOutput {
        try await send(ExecuteStatementCommand(input))
    }
}

/// ExecuteStatement as a value, to be sent by a client. Runs one PartiQL statement. A `SELECT` answers page by page.
public struct ExecuteStatementCommand: Command {
    /// The name of the operation.
    public static let operation = "ExecuteStatement"
    /// What is asked.
    public let input: ExecuteStatementInput

    /// A command of this input.
    public init(_ input: ExecuteStatementInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ExecuteStatementOutput {
        try ExecuteStatementOutput(decoding: body)
    }
}

/// What ExecuteStatement is asked.
public struct ExecuteStatementInput: Equatable, Sendable {
    /// The PartiQL statement, 1 to 8192 bytes.
    public var statement: String
    /// The values for the `?` marks of the statement, in order. Absent if it has none.
    public var parameters: [AttributeValue]?
    /// Whether all earlier writes must be seen, at twice the cost; false when absent. Not for global indexes.
    public var consistentRead: Bool?
    /// Where to go on: the `NextToken` of the previous page. Absent for the first.
    public var nextToken: String?
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// The most items to read for one page, before the condition; at least 1.
    public var limit: Int?
    /// Whether a failed condition answers the item as it stands; `NONE` when absent.
    public var returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        statement: String,
        parameters: [AttributeValue]? = nil,
        consistentRead: Bool? = nil,
        nextToken: String? = nil,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        limit: Int? = nil,
        returnValuesOnConditionCheckFailure: ReturnValuesOnConditionCheckFailure? = nil
    ) {
        self.statement = statement
        self.parameters = parameters
        self.consistentRead = consistentRead
        self.nextToken = nextToken
        self.returnConsumedCapacity = returnConsumedCapacity
        self.limit = limit
        self.returnValuesOnConditionCheckFailure = returnValuesOnConditionCheckFailure
    }
}

extension ExecuteStatementInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Statement", of: statement)
            writer.member("Parameters", of: parameters)
            writer.member("ConsistentRead", of: consistentRead)
            writer.member("NextToken", of: nextToken)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("Limit", of: limit)
            writer.member("ReturnValuesOnConditionCheckFailure", of: returnValuesOnConditionCheckFailure)
        }
    }
}

/// What ExecuteStatement answers.
public struct ExecuteStatementOutput: Equatable, Sendable {
    /// The items read, or what `RETURNING` asked for. Empty for other writes.
    public var items: [Item]
    /// Where the next page begins. Absent on the last page.
    public var nextToken: String?
    /// The capacity used. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: ConsumedCapacity?
    /// The key of the last item read. Go on by `NextToken`.
    public var lastEvaluatedKey: Item?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        items: [Item] = [],
        nextToken: String? = nil,
        consumedCapacity: ConsumedCapacity? = nil,
        lastEvaluatedKey: Item? = nil
    ) {
        self.items = items
        self.nextToken = nextToken
        self.consumedCapacity = consumedCapacity
        self.lastEvaluatedKey = lastEvaluatedKey
    }
}

extension ExecuteStatementOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ExecuteStatementOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Items": items = try reader.value() ?? []
            case "NextToken": nextToken = try reader.value()
            case "ConsumedCapacity": consumedCapacity = try reader.value()
            case "LastEvaluatedKey": lastEvaluatedKey = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

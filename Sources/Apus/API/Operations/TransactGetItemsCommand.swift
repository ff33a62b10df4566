// The operation TransactGetItems. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Reads 1 to 100 items as they were at one moment. It costs twice the read units.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/transactionCanceled``, ``ErrorCode/provisionedThroughputExceeded``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func transactGetItems(
        _ input: TransactGetItemsInput
    ) async throws(CallError) -> TransactGetItemsOutput {
        try await send(TransactGetItemsCommand(input))
    }
}

/// TransactGetItems as a value, to be sent by a client. Reads 1 to 100 items as they were at one moment. It costs twice
/// the read units.
public struct TransactGetItemsCommand: Command {
    /// The name of the operation.
    public static let operation = "TransactGetItems"
    /// What is asked.
    public let input: TransactGetItemsInput

    /// A command of this input.
    public init(_ input: TransactGetItemsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> TransactGetItemsOutput {
        try TransactGetItemsOutput(decoding: body)
    }
}

/// What TransactGetItems is asked.
public struct TransactGetItemsInput: Equatable, Sendable {
    /// The reads, 1 to 100, together at most 4 MB.
    public var transactItems: [TransactGetItem]
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        transactItems: [TransactGetItem],
        returnConsumedCapacity: ReturnConsumedCapacity? = nil
    ) {
        self.transactItems = transactItems
        self.returnConsumedCapacity = returnConsumedCapacity
    }
}

extension TransactGetItemsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TransactItems", of: transactItems)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
        }
    }
}

/// What TransactGetItems answers.
public struct TransactGetItemsOutput: Equatable, Sendable {
    /// The capacity used, table by table. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: [ConsumedCapacity]
    /// One element for each read, in order. It is empty for an item that does not exist.
    public var responses: [ItemResponse]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        consumedCapacity: [ConsumedCapacity] = [],
        responses: [ItemResponse] = []
    ) {
        self.consumedCapacity = consumedCapacity
        self.responses = responses
    }
}

extension TransactGetItemsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TransactGetItemsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ConsumedCapacity": consumedCapacity = try reader.value() ?? []
            case "Responses": responses = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

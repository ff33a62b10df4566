// The operation BatchGetItem. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Reads up to 100 items by key, from one table or several. `UnprocessedKeys` tells what was left out.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/provisionedThroughputExceeded``, ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func batchGetItem(
        _ input: BatchGetItemInput
    ) async throws(CallError) -> BatchGetItemOutput {
        try await send(BatchGetItemCommand(input))
    }
}

/// BatchGetItem as a value, to be sent by a client. Reads up to 100 items by key, from one table or several.
/// `UnprocessedKeys` tells what was left out.
public struct BatchGetItemCommand: Command {
    /// The name of the operation.
    public static let operation = "BatchGetItem"
    /// What is asked.
    public let input: BatchGetItemInput

    /// A command of this input.
    public init(_ input: BatchGetItemInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> BatchGetItemOutput {
        try BatchGetItemOutput(decoding: body)
    }
}

/// What BatchGetItem is asked.
public struct BatchGetItemInput: Equatable, Sendable {
    /// The items to read, by the name or ARN of each table; at most 100 in all.
    public var requestItems: [String: KeysAndAttributes]
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        requestItems: [String: KeysAndAttributes],
        returnConsumedCapacity: ReturnConsumedCapacity? = nil
    ) {
        self.requestItems = requestItems
        self.returnConsumedCapacity = returnConsumedCapacity
    }
}

extension BatchGetItemInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RequestItems", of: requestItems)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
        }
    }
}

/// What BatchGetItem answers.
public struct BatchGetItemOutput: Equatable, Sendable {
    /// The items found, by table, in no order. Items that do not exist are left out.
    public var responses: [String: [Item]]
    /// What was not read, in the form of a request, to be sent again after a wait. Empty if all was read.
    public var unprocessedKeys: [String: KeysAndAttributes]
    /// The capacity used, table by table. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: [ConsumedCapacity]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        responses: [String: [Item]] = [:],
        unprocessedKeys: [String: KeysAndAttributes] = [:],
        consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.responses = responses
        self.unprocessedKeys = unprocessedKeys
        self.consumedCapacity = consumedCapacity
    }
}

extension BatchGetItemOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BatchGetItemOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Responses": responses = try reader.value() ?? [:]
            case "UnprocessedKeys": unprocessedKeys = try reader.value() ?? [:]
            case "ConsumedCapacity": consumedCapacity = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

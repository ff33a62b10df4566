// The operation BatchWriteItem. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Puts and deletes up to 25 items, each by itself. `UnprocessedItems` tells what was left out.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/provisionedThroughputExceeded``, ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/itemCollectionSizeLimitExceeded``, ``ErrorCode/requestLimitExceeded``,
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/replicatedWriteConflict``, ``ErrorCode/throttling``.
    public func batchWriteItem(
        _ input: BatchWriteItemInput
    ) async throws(CallError) -> BatchWriteItemOutput {
        try await send(BatchWriteItemCommand(input))
    }
}

/// BatchWriteItem as a value, to be sent by a client. Puts and deletes up to 25 items, each by itself.
/// `UnprocessedItems` tells what was left out.
public struct BatchWriteItemCommand: Command {
    /// The name of the operation.
    public static let operation = "BatchWriteItem"
    /// What is asked.
    public let input: BatchWriteItemInput

    /// A command of this input.
    public init(_ input: BatchWriteItemInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> BatchWriteItemOutput {
        try BatchWriteItemOutput(decoding: body)
    }
}

/// What BatchWriteItem is asked.
public struct BatchWriteItemInput: Equatable, Sendable {
    /// The puts and deletes, by the name or ARN of each table; at most 25 in all, no key twice.
    public var requestItems: [String: [WriteRequest]]
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// Whether to tell the size of item collections; `NONE` when absent.
    public var returnItemCollectionMetrics: ReturnItemCollectionMetrics?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        requestItems: [String: [WriteRequest]],
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        returnItemCollectionMetrics: ReturnItemCollectionMetrics? = nil
    ) {
        self.requestItems = requestItems
        self.returnConsumedCapacity = returnConsumedCapacity
        self.returnItemCollectionMetrics = returnItemCollectionMetrics
    }
}

extension BatchWriteItemInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("RequestItems", of: requestItems)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("ReturnItemCollectionMetrics", of: returnItemCollectionMetrics)
        }
    }
}

/// What BatchWriteItem answers.
public struct BatchWriteItemOutput: Equatable, Sendable {
    /// What was not done, in the form of a request, to be sent again after a wait. Empty if all was done.
    public var unprocessedItems: [String: [WriteRequest]]
    /// The sizes of the item collections written to, by table. Absent unless asked for.
    public var itemCollectionMetrics: [String: [ItemCollectionMetrics]]
    /// The capacity used, table by table. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: [ConsumedCapacity]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        unprocessedItems: [String: [WriteRequest]] = [:],
        itemCollectionMetrics: [String: [ItemCollectionMetrics]] = [:],
        consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.unprocessedItems = unprocessedItems
        self.itemCollectionMetrics = itemCollectionMetrics
        self.consumedCapacity = consumedCapacity
    }
}

extension BatchWriteItemOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BatchWriteItemOutput") { name, reader throws(ServiceError) in
            switch name {
            case "UnprocessedItems": unprocessedItems = try reader.value() ?? [:]
            case "ItemCollectionMetrics": itemCollectionMetrics = try reader.value() ?? [:]
            case "ConsumedCapacity": consumedCapacity = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

// The operation TransactWriteItems. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Does 1 to 100 writes and checks, all of them or none. It costs twice the write units.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/transactionCanceled``, ``ErrorCode/transactionInProgress``,
    ///   ``ErrorCode/idempotentParameterMismatch``, ``ErrorCode/provisionedThroughputExceeded``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func transactWriteItems(
        _ input: TransactWriteItemsInput
    ) async throws(CallError) -> TransactWriteItemsOutput {
        try await send(TransactWriteItemsCommand(input))
    }
}

/// TransactWriteItems as a value, to be sent by a client. Does 1 to 100 writes and checks, all of them or none. It
/// costs twice the write units.
public struct TransactWriteItemsCommand: Command {
    /// The name of the operation.
    public static let operation = "TransactWriteItems"
    /// What is asked.
    public private(set) var input: TransactWriteItemsInput

    /// A command of this input. Where the input has no token, the command gets one: sent twice, it acts once.
    public init(_ input: TransactWriteItemsInput) {
        self.input = input
        self.input.clientRequestToken = input.clientRequestToken ?? UUID().uuidString
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> TransactWriteItemsOutput {
        try TransactWriteItemsOutput(decoding: body)
    }
}

/// What TransactWriteItems is asked.
public struct TransactWriteItemsInput: Equatable, Sendable {
    /// The actions, 1 to 100, each on another item; together at most 4 MB.
    public var transactItems: [TransactWriteItem]
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// Whether to tell the size of item collections; `NONE` when absent.
    public var returnItemCollectionMetrics: ReturnItemCollectionMetrics?
    /// Makes a repeat within 10 minutes do nothing more, 1 to 36 characters. The command makes one where there is none.
    public var clientRequestToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        transactItems: [TransactWriteItem],
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        returnItemCollectionMetrics: ReturnItemCollectionMetrics? = nil,
        clientRequestToken: String? = nil
    ) {
        self.transactItems = transactItems
        self.returnConsumedCapacity = returnConsumedCapacity
        self.returnItemCollectionMetrics = returnItemCollectionMetrics
        self.clientRequestToken = clientRequestToken
    }
}

extension TransactWriteItemsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TransactItems", of: transactItems)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("ReturnItemCollectionMetrics", of: returnItemCollectionMetrics)
            writer.member("ClientRequestToken", of: clientRequestToken)
        }
    }
}

/// What TransactWriteItems answers.
public struct TransactWriteItemsOutput: Equatable, Sendable {
    /// The capacity used, table by table. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: [ConsumedCapacity]
    /// The sizes of the item collections written to, by table. Absent unless asked for.
    public var itemCollectionMetrics: [String: [ItemCollectionMetrics]]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        consumedCapacity: [ConsumedCapacity] = [],
        itemCollectionMetrics: [String: [ItemCollectionMetrics]] = [:]
    ) {
        self.consumedCapacity = consumedCapacity
        self.itemCollectionMetrics = itemCollectionMetrics
    }
}

extension TransactWriteItemsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TransactWriteItemsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ConsumedCapacity": consumedCapacity = try reader.value() ?? []
            case "ItemCollectionMetrics": itemCollectionMetrics = try reader.value() ?? [:]
            default: try reader.skipValue()
            }
        }
    }
}

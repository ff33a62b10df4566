// The operation ExecuteTransaction. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Runs 1 to 100 PartiQL statements, all reads or all writes, that succeed or fail together.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/transactionCanceled``, ``ErrorCode/transactionInProgress``,
    ///   ``ErrorCode/idempotentParameterMismatch``, ``ErrorCode/provisionedThroughputExceeded``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func executeTransaction(
        _ input: ExecuteTransactionInput
    ) async throws(CallError) -> ExecuteTransactionOutput {
        try await send(ExecuteTransactionCommand(input))
    }
}

/// ExecuteTransaction as a value, to be sent by a client. Runs 1 to 100 PartiQL statements, all reads or all writes,
/// that succeed or fail together.
public struct ExecuteTransactionCommand: Command {
    /// The name of the operation.
    public static let operation = "ExecuteTransaction"
    /// What is asked.
    public private(set) var input: ExecuteTransactionInput

    /// A command of this input. Where the input has no token, the command gets one: sent twice, it acts once.
    public init(_ input: ExecuteTransactionInput) {
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
    public static func output(from body: [UInt8]) throws(CallError) -> ExecuteTransactionOutput {
        try ExecuteTransactionOutput(decoding: body)
    }
}

/// What ExecuteTransaction is asked.
public struct ExecuteTransactionInput: Equatable, Sendable {
    /// The statements, 1 to 100, each on another item: all reads or all writes.
    public var transactStatements: [ParameterizedStatement]
    /// Makes a repeat within 10 minutes do nothing more, 1 to 36 characters. The command makes one where there is none.
    public var clientRequestToken: String?
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        transactStatements: [ParameterizedStatement],
        clientRequestToken: String? = nil,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil
    ) {
        self.transactStatements = transactStatements
        self.clientRequestToken = clientRequestToken
        self.returnConsumedCapacity = returnConsumedCapacity
    }
}

extension ExecuteTransactionInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TransactStatements", of: transactStatements)
            writer.member("ClientRequestToken", of: clientRequestToken)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
        }
    }
}

/// What ExecuteTransaction answers.
public struct ExecuteTransactionOutput: Equatable, Sendable {
    /// One element for each statement, in order. It holds the item of a read, and nothing for a write.
    public var responses: [ItemResponse]
    /// The capacity used, table by table. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: [ConsumedCapacity]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        responses: [ItemResponse] = [],
        consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.responses = responses
        self.consumedCapacity = consumedCapacity
    }
}

extension ExecuteTransactionOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ExecuteTransactionOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Responses": responses = try reader.value() ?? []
            case "ConsumedCapacity": consumedCapacity = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

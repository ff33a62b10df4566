// The operation BatchExecuteStatement. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Runs 1 to 25 PartiQL statements, all reads or all writes; each succeeds or fails by itself.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func batchExecuteStatement(
        _ input: BatchExecuteStatementInput
    ) async throws(CallError) -> BatchExecuteStatementOutput {
        try await send(BatchExecuteStatementCommand(input))
    }
}

/// BatchExecuteStatement as a value, to be sent by a client. Runs 1 to 25 PartiQL statements, all reads or all writes;
/// each succeeds or fails by itself.
public struct BatchExecuteStatementCommand: Command {
    /// The name of the operation.
    public static let operation = "BatchExecuteStatement"
    /// What is asked.
    public let input: BatchExecuteStatementInput

    /// A command of this input.
    public init(_ input: BatchExecuteStatementInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> BatchExecuteStatementOutput {
        try BatchExecuteStatementOutput(decoding: body)
    }
}

/// What BatchExecuteStatement is asked.
public struct BatchExecuteStatementInput: Equatable, Sendable {
    /// The statements, 1 to 25: all reads or all writes.
    public var statements: [BatchStatementRequest]
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        statements: [BatchStatementRequest],
        returnConsumedCapacity: ReturnConsumedCapacity? = nil
    ) {
        self.statements = statements
        self.returnConsumedCapacity = returnConsumedCapacity
    }
}

extension BatchExecuteStatementInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Statements", of: statements)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
        }
    }
}

/// What BatchExecuteStatement answers.
public struct BatchExecuteStatementOutput: Equatable, Sendable {
    /// What became of each statement, in the order of the request.
    public var responses: [BatchStatementResponse]
    /// The capacity used, table by table. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: [ConsumedCapacity]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        responses: [BatchStatementResponse] = [],
        consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.responses = responses
        self.consumedCapacity = consumedCapacity
    }
}

extension BatchExecuteStatementOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BatchExecuteStatementOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Responses": responses = try reader.value() ?? []
            case "ConsumedCapacity": consumedCapacity = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

// The operation DeleteTable. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Deletes a table with all its items and indexes. It is refused under deletion protection.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func deleteTable(
        _ input: DeleteTableInput
    ) async throws(CallError) -> DeleteTableOutput {
        try await send(DeleteTableCommand(input))
    }
}

/// DeleteTable as a value, to be sent by a client. Deletes a table with all its items and indexes. It is refused under
/// deletion protection.
public struct DeleteTableCommand: Command {
    /// The name of the operation.
    public static let operation = "DeleteTable"
    /// What is asked.
    public let input: DeleteTableInput

    /// A command of this input.
    public init(_ input: DeleteTableInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DeleteTableOutput {
        try DeleteTableOutput(decoding: body)
    }
}

/// What DeleteTable is asked.
public struct DeleteTableInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String
    ) {
        self.tableName = tableName
    }
}

extension DeleteTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
        }
    }
}

/// What DeleteTable answers.
public struct DeleteTableOutput: Equatable, Sendable {
    /// The table as it is about to go, with the status `DELETING`.
    public var tableDescription: TableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableDescription: TableDescription? = nil
    ) {
        self.tableDescription = tableDescription
    }
}

extension DeleteTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DeleteTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableDescription": tableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

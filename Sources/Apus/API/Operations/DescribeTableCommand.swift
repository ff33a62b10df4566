// The operation DescribeTable. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells a table's state, keys, indexes and settings. Sizes and counts may be hours old.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeTable(
        _ input: DescribeTableInput
    ) async throws(CallError) -> DescribeTableOutput {
        try await send(DescribeTableCommand(input))
    }
}

/// DescribeTable as a value, to be sent by a client. Tells a table's state, keys, indexes and settings. Sizes and
/// counts may be hours old.
public struct DescribeTableCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeTable"
    /// What is asked.
    public let input: DescribeTableInput

    /// A command of this input.
    public init(_ input: DescribeTableInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeTableOutput {
        try DescribeTableOutput(decoding: body)
    }
}

/// What DescribeTable is asked.
public struct DescribeTableInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String
    ) {
        self.tableName = tableName
    }
}

extension DescribeTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
        }
    }
}

/// What DescribeTable answers.
public struct DescribeTableOutput: Equatable, Sendable {
    /// The table as it stands.
    public var table: TableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        table: TableDescription? = nil
    ) {
        self.table = table
    }
}

extension DescribeTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Table": table = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

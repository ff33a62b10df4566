// The operation DescribeGlobalTable. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells about a global table of version 2017.11.29. `DescribeTable` replaces it.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/globalTableNotFound``.
    public func describeGlobalTable(
        _ input: DescribeGlobalTableInput
    ) async throws(CallError) -> DescribeGlobalTableOutput {
        try await send(DescribeGlobalTableCommand(input))
    }
}

/// DescribeGlobalTable as a value, to be sent by a client. Tells about a global table of version 2017.11.29.
/// `DescribeTable` replaces it.
public struct DescribeGlobalTableCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeGlobalTable"
    /// What is asked.
    public let input: DescribeGlobalTableInput

    /// A command of this input.
    public init(_ input: DescribeGlobalTableInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeGlobalTableOutput {
        try DescribeGlobalTableOutput(decoding: body)
    }
}

/// What DescribeGlobalTable is asked.
public struct DescribeGlobalTableInput: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String
    ) {
        self.globalTableName = globalTableName
    }
}

extension DescribeGlobalTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("GlobalTableName", of: globalTableName)
        }
    }
}

/// What DescribeGlobalTable answers.
public struct DescribeGlobalTableOutput: Equatable, Sendable {
    /// The global table as it stands.
    public var globalTableDescription: GlobalTableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableDescription: GlobalTableDescription? = nil
    ) {
        self.globalTableDescription = globalTableDescription
    }
}

extension DescribeGlobalTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeGlobalTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "GlobalTableDescription": globalTableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

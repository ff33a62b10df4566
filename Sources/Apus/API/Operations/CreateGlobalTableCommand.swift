// The operation CreateGlobalTable. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Joins tables of one name into a global table of version 2017.11.29. `UpdateTable` replaces it.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/limitExceeded``,
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/globalTableAlreadyExists``, ``ErrorCode/tableNotFound``.
    public func createGlobalTable(
        _ input: CreateGlobalTableInput
    ) async throws(CallError) -> CreateGlobalTableOutput {
        try await send(CreateGlobalTableCommand(input))
    }
}

/// CreateGlobalTable as a value, to be sent by a client. Joins tables of one name into a global table of version
/// 2017.11.29. `UpdateTable` replaces it.
public struct CreateGlobalTableCommand: Command {
    /// The name of the operation.
    public static let operation = "CreateGlobalTable"
    /// What is asked.
    public let input: CreateGlobalTableInput

    /// A command of this input.
    public init(_ input: CreateGlobalTableInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> CreateGlobalTableOutput {
        try CreateGlobalTableOutput(decoding: body)
    }
}

/// What CreateGlobalTable is asked.
public struct CreateGlobalTableInput: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String
    /// The regions whose tables of that name are joined.
    public var replicationGroup: [Replica]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String,
        replicationGroup: [Replica]
    ) {
        self.globalTableName = globalTableName
        self.replicationGroup = replicationGroup
    }
}

extension CreateGlobalTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("GlobalTableName", of: globalTableName)
            writer.member("ReplicationGroup", of: replicationGroup)
        }
    }
}

/// What CreateGlobalTable answers.
public struct CreateGlobalTableOutput: Equatable, Sendable {
    /// The global table as it stands.
    public var globalTableDescription: GlobalTableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableDescription: GlobalTableDescription? = nil
    ) {
        self.globalTableDescription = globalTableDescription
    }
}

extension CreateGlobalTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "CreateGlobalTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "GlobalTableDescription": globalTableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

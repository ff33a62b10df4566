// The operation UpdateGlobalTable. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Adds replicas to a global table of version 2017.11.29, or removes them. `UpdateTable` replaces it.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/globalTableNotFound``, ``ErrorCode/replicaAlreadyExists``,
    ///   ``ErrorCode/replicaNotFound``, ``ErrorCode/tableNotFound``.
    public func updateGlobalTable(
        _ input: UpdateGlobalTableInput
    ) async throws(CallError) -> UpdateGlobalTableOutput {
        try await send(UpdateGlobalTableCommand(input))
    }
}

/// UpdateGlobalTable as a value, to be sent by a client. Adds replicas to a global table of version 2017.11.29, or
/// removes them. `UpdateTable` replaces it.
public struct UpdateGlobalTableCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateGlobalTable"
    /// What is asked.
    public let input: UpdateGlobalTableInput

    /// A command of this input.
    public init(_ input: UpdateGlobalTableInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateGlobalTableOutput {
        try UpdateGlobalTableOutput(decoding: body)
    }
}

/// What UpdateGlobalTable is asked.
public struct UpdateGlobalTableInput: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String
    /// The regions to add or take out.
    public var replicaUpdates: [ReplicaUpdate]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String,
        replicaUpdates: [ReplicaUpdate]
    ) {
        self.globalTableName = globalTableName
        self.replicaUpdates = replicaUpdates
    }
}

extension UpdateGlobalTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("GlobalTableName", of: globalTableName)
            writer.member("ReplicaUpdates", of: replicaUpdates)
        }
    }
}

/// What UpdateGlobalTable answers.
public struct UpdateGlobalTableOutput: Equatable, Sendable {
    /// The global table as it stands.
    public var globalTableDescription: GlobalTableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableDescription: GlobalTableDescription? = nil
    ) {
        self.globalTableDescription = globalTableDescription
    }
}

extension UpdateGlobalTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateGlobalTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "GlobalTableDescription": globalTableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

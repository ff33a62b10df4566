// The operation DescribeGlobalTableSettings. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells the settings of each replica of a global table of version 2017.11.29.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/globalTableNotFound``, ``ErrorCode/internalServerError``.
    public func describeGlobalTableSettings(
        _ input: DescribeGlobalTableSettingsInput
    ) async throws(CallError) -> DescribeGlobalTableSettingsOutput {
        try await send(DescribeGlobalTableSettingsCommand(input))
    }
}

/// DescribeGlobalTableSettings as a value, to be sent by a client. Tells the settings of each replica of a global table
/// of version 2017.11.29.
public struct DescribeGlobalTableSettingsCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeGlobalTableSettings"
    /// What is asked.
    public let input: DescribeGlobalTableSettingsInput

    /// A command of this input.
    public init(_ input: DescribeGlobalTableSettingsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeGlobalTableSettingsOutput {
        try DescribeGlobalTableSettingsOutput(decoding: body)
    }
}

/// What DescribeGlobalTableSettings is asked.
public struct DescribeGlobalTableSettingsInput: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String
    ) {
        self.globalTableName = globalTableName
    }
}

extension DescribeGlobalTableSettingsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("GlobalTableName", of: globalTableName)
        }
    }
}

/// What DescribeGlobalTableSettings answers.
public struct DescribeGlobalTableSettingsOutput: Equatable, Sendable {
    /// The name of the global table, which each replica bears too.
    public var globalTableName: String?
    /// The settings of each replica.
    public var replicaSettings: [ReplicaSettingsDescription]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTableName: String? = nil,
        replicaSettings: [ReplicaSettingsDescription] = []
    ) {
        self.globalTableName = globalTableName
        self.replicaSettings = replicaSettings
    }
}

extension DescribeGlobalTableSettingsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeGlobalTableSettingsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "GlobalTableName": globalTableName = try reader.value()
            case "ReplicaSettings": replicaSettings = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

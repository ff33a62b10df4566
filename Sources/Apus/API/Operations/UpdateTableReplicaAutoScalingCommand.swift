// The operation UpdateTableReplicaAutoScaling. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Changes the auto scaling of a global table and its replicas.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/resourceInUse``, ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func updateTableReplicaAutoScaling(
        _ input: UpdateTableReplicaAutoScalingInput
    ) async throws(CallError) -> UpdateTableReplicaAutoScalingOutput {
        try await send(UpdateTableReplicaAutoScalingCommand(input))
    }
}

/// UpdateTableReplicaAutoScaling as a value, to be sent by a client. Changes the auto scaling of a global table and its
/// replicas.
public struct UpdateTableReplicaAutoScalingCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateTableReplicaAutoScaling"
    /// What is asked.
    public let input: UpdateTableReplicaAutoScalingInput

    /// A command of this input.
    public init(_ input: UpdateTableReplicaAutoScalingInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateTableReplicaAutoScalingOutput {
        try UpdateTableReplicaAutoScalingOutput(decoding: body)
    }
}

/// What UpdateTableReplicaAutoScaling is asked.
public struct UpdateTableReplicaAutoScalingInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// New auto scaling of indexes' write capacity, in all regions.
    public var globalSecondaryIndexUpdates: [GlobalSecondaryIndexAutoScalingUpdate]?
    /// New auto scaling of the table's write capacity, in all regions.
    public var provisionedWriteCapacityAutoScalingUpdate: AutoScalingSettingsUpdate?
    /// New auto scaling of single replicas.
    public var replicaUpdates: [ReplicaAutoScalingUpdate]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        globalSecondaryIndexUpdates: [GlobalSecondaryIndexAutoScalingUpdate]? = nil,
        provisionedWriteCapacityAutoScalingUpdate: AutoScalingSettingsUpdate? = nil,
        replicaUpdates: [ReplicaAutoScalingUpdate]? = nil
    ) {
        self.tableName = tableName
        self.globalSecondaryIndexUpdates = globalSecondaryIndexUpdates
        self.provisionedWriteCapacityAutoScalingUpdate = provisionedWriteCapacityAutoScalingUpdate
        self.replicaUpdates = replicaUpdates
    }
}

extension UpdateTableReplicaAutoScalingInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("GlobalSecondaryIndexUpdates", of: globalSecondaryIndexUpdates)
            writer.member("ProvisionedWriteCapacityAutoScalingUpdate", of: provisionedWriteCapacityAutoScalingUpdate)
            writer.member("ReplicaUpdates", of: replicaUpdates)
        }
    }
}

/// What UpdateTableReplicaAutoScaling answers.
public struct UpdateTableReplicaAutoScalingOutput: Equatable, Sendable {
    /// The auto scaling of the table and its replicas.
    public var tableAutoScalingDescription: TableAutoScalingDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableAutoScalingDescription: TableAutoScalingDescription? = nil
    ) {
        self.tableAutoScalingDescription = tableAutoScalingDescription
    }
}

extension UpdateTableReplicaAutoScalingOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateTableReplicaAutoScalingOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableAutoScalingDescription": tableAutoScalingDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

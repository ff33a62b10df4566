// The operation DescribeTableReplicaAutoScaling. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells the auto scaling settings of every replica of a global table.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeTableReplicaAutoScaling(
        _ input: DescribeTableReplicaAutoScalingInput
    ) async throws(CallError) -> DescribeTableReplicaAutoScalingOutput {
        try await send(DescribeTableReplicaAutoScalingCommand(input))
    }
}

/// DescribeTableReplicaAutoScaling as a value, to be sent by a client. Tells the auto scaling settings of every replica
/// of a global table.
public struct DescribeTableReplicaAutoScalingCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeTableReplicaAutoScaling"
    /// What is asked.
    public let input: DescribeTableReplicaAutoScalingInput

    /// A command of this input.
    public init(_ input: DescribeTableReplicaAutoScalingInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeTableReplicaAutoScalingOutput {
        try DescribeTableReplicaAutoScalingOutput(decoding: body)
    }
}

/// What DescribeTableReplicaAutoScaling is asked.
public struct DescribeTableReplicaAutoScalingInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String
    ) {
        self.tableName = tableName
    }
}

extension DescribeTableReplicaAutoScalingInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
        }
    }
}

/// What DescribeTableReplicaAutoScaling answers.
public struct DescribeTableReplicaAutoScalingOutput: Equatable, Sendable {
    /// The auto scaling of the table and its replicas.
    public var tableAutoScalingDescription: TableAutoScalingDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableAutoScalingDescription: TableAutoScalingDescription? = nil
    ) {
        self.tableAutoScalingDescription = tableAutoScalingDescription
    }
}

extension DescribeTableReplicaAutoScalingOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeTableReplicaAutoScalingOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableAutoScalingDescription": tableAutoScalingDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// The operation DescribeExport. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells about one export of a table.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/exportNotFound``,
    ///   ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func describeExport(
        _ input: DescribeExportInput
    ) async throws(CallError) -> DescribeExportOutput {
        try await send(DescribeExportCommand(input))
    }
}

/// DescribeExport as a value, to be sent by a client. Tells about one export of a table.
public struct DescribeExportCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeExport"
    /// What is asked.
    public let input: DescribeExportInput

    /// A command of this input.
    public init(_ input: DescribeExportInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeExportOutput {
        try DescribeExportOutput(decoding: body)
    }
}

/// What DescribeExport is asked.
public struct DescribeExportInput: Equatable, Sendable {
    /// The ARN of the export.
    public var exportArn: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exportArn: String
    ) {
        self.exportArn = exportArn
    }
}

extension DescribeExportInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ExportArn", of: exportArn)
        }
    }
}

/// What DescribeExport answers.
public struct DescribeExportOutput: Equatable, Sendable {
    /// The export and its state.
    public var exportDescription: ExportDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exportDescription: ExportDescription? = nil
    ) {
        self.exportDescription = exportDescription
    }
}

extension DescribeExportOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeExportOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ExportDescription": exportDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// The operation DescribeImport. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells about one import, with its counts of items and errors.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/importNotFound``.
    public func describeImport(
        _ input: DescribeImportInput
    ) async throws(CallError) -> DescribeImportOutput {
        try await send(DescribeImportCommand(input))
    }
}

/// DescribeImport as a value, to be sent by a client. Tells about one import, with its counts of items and errors.
public struct DescribeImportCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeImport"
    /// What is asked.
    public let input: DescribeImportInput

    /// A command of this input.
    public init(_ input: DescribeImportInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeImportOutput {
        try DescribeImportOutput(decoding: body)
    }
}

/// What DescribeImport is asked.
public struct DescribeImportInput: Equatable, Sendable {
    /// The ARN of the import.
    public var importArn: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        importArn: String
    ) {
        self.importArn = importArn
    }
}

extension DescribeImportInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ImportArn", of: importArn)
        }
    }
}

/// What DescribeImport answers.
public struct DescribeImportOutput: Equatable, Sendable {
    /// The import and its state.
    public var importTableDescription: ImportTableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        importTableDescription: ImportTableDescription? = nil
    ) {
        self.importTableDescription = importTableDescription
    }
}

extension DescribeImportOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeImportOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ImportTableDescription": importTableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

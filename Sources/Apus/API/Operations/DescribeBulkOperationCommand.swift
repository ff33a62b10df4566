// The operation DescribeBulkOperation. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells how far a bulk operation has come.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``.
    public func describeBulkOperation(
        _ input: DescribeBulkOperationInput
    ) async throws(CallError) -> DescribeBulkOperationOutput {
        try await send(DescribeBulkOperationCommand(input))
    }
}

/// DescribeBulkOperation as a value, to be sent by a client. Tells how far a bulk operation has come.
public struct DescribeBulkOperationCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeBulkOperation"
    /// What is asked.
    public let input: DescribeBulkOperationInput

    /// A command of this input.
    public init(_ input: DescribeBulkOperationInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeBulkOperationOutput {
        try DescribeBulkOperationOutput(decoding: body)
    }
}

/// What DescribeBulkOperation is asked.
public struct DescribeBulkOperationInput: Equatable, Sendable {
    /// The ARN of the bulk operation.
    public var bulkOperationArn: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationArn: String
    ) {
        self.bulkOperationArn = bulkOperationArn
    }
}

extension DescribeBulkOperationInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("BulkOperationArn", of: bulkOperationArn)
        }
    }
}

/// What DescribeBulkOperation answers.
public struct DescribeBulkOperationOutput: Equatable, Sendable {
    /// The bulk operation and its state.
    public var bulkOperationDescription: BulkOperationDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationDescription: BulkOperationDescription? = nil
    ) {
        self.bulkOperationDescription = bulkOperationDescription
    }
}

extension DescribeBulkOperationOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeBulkOperationOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BulkOperationDescription": bulkOperationDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

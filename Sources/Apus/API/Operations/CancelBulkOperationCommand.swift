// The operation CancelBulkOperation. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Asks a bulk operation that is running to stop.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``.
    public func cancelBulkOperation(
        _ input: CancelBulkOperationInput
    ) async throws(CallError) -> CancelBulkOperationOutput {
        try await send(CancelBulkOperationCommand(input))
    }
}

/// CancelBulkOperation as a value, to be sent by a client. Asks a bulk operation that is running to stop.
public struct CancelBulkOperationCommand: Command {
    /// The name of the operation.
    public static let operation = "CancelBulkOperation"
    /// What is asked.
    public let input: CancelBulkOperationInput

    /// A command of this input.
    public init(_ input: CancelBulkOperationInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> CancelBulkOperationOutput {
        try CancelBulkOperationOutput(decoding: body)
    }
}

/// What CancelBulkOperation is asked.
public struct CancelBulkOperationInput: Equatable, Sendable {
    /// The ARN of the bulk operation.
    public var bulkOperationArn: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationArn: String
    ) {
        self.bulkOperationArn = bulkOperationArn
    }
}

extension CancelBulkOperationInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("BulkOperationArn", of: bulkOperationArn)
        }
    }
}

/// What CancelBulkOperation answers.
public struct CancelBulkOperationOutput: Equatable, Sendable {
    /// The ARN of the bulk operation.
    public var bulkOperationArn: String?
    /// How far the bulk operation has come.
    public var bulkOperationStatus: BulkOperationStatus?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationArn: String? = nil,
        bulkOperationStatus: BulkOperationStatus? = nil
    ) {
        self.bulkOperationArn = bulkOperationArn
        self.bulkOperationStatus = bulkOperationStatus
    }
}

extension CancelBulkOperationOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "CancelBulkOperationOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BulkOperationArn": bulkOperationArn = try reader.value()
            case "BulkOperationStatus": bulkOperationStatus = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

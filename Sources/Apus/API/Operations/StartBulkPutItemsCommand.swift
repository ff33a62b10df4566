// The operation StartBulkPutItems. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Starts putting items from files in S3 into a table that exists.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/limitExceeded``,
    ///   ``ErrorCode/resourceInUse``, ``ErrorCode/idempotentParameterMismatch``, ``ErrorCode/resourceNotFound``.
    public func startBulkPutItems(
        _ input: StartBulkPutItemsInput
    ) async throws(CallError) -> StartBulkPutItemsOutput {
        try await send(StartBulkPutItemsCommand(input))
    }
}

/// StartBulkPutItems as a value, to be sent by a client. Starts putting items from files in S3 into a table that
/// exists.
public struct StartBulkPutItemsCommand: Command {
    /// The name of the operation.
    public static let operation = "StartBulkPutItems"
    /// What is asked.
    public private(set) var input: StartBulkPutItemsInput

    /// A command of this input. Where the input has no token, the command gets one: sent twice, it acts once.
    public init(_ input: StartBulkPutItemsInput) {
        self.input = input
        self.input.clientToken = input.clientToken ?? UUID().uuidString
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> StartBulkPutItemsOutput {
        try StartBulkPutItemsOutput(decoding: body)
    }
}

/// What StartBulkPutItems is asked.
public struct StartBulkPutItemsInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// Where the files to read lie, and how they are written.
    public var inputS3Configuration: InputS3Configuration
    /// Where the operation writes what went wrong.
    public var outputS3Configuration: OutputS3Configuration
    /// Makes a repeated request safe: with the same token nothing is started twice.
    public var clientToken: String?
    /// A bound on the write units that the operation may use, at least 1024.
    public var maxWriteRequestUnits: Int?
    /// How fast the operation is to run.
    public var performanceTier: BulkOperationPerformanceTier?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        inputS3Configuration: InputS3Configuration,
        outputS3Configuration: OutputS3Configuration,
        clientToken: String? = nil,
        maxWriteRequestUnits: Int? = nil,
        performanceTier: BulkOperationPerformanceTier? = nil
    ) {
        self.tableName = tableName
        self.inputS3Configuration = inputS3Configuration
        self.outputS3Configuration = outputS3Configuration
        self.clientToken = clientToken
        self.maxWriteRequestUnits = maxWriteRequestUnits
        self.performanceTier = performanceTier
    }
}

extension StartBulkPutItemsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("InputS3Configuration", of: inputS3Configuration)
            writer.member("OutputS3Configuration", of: outputS3Configuration)
            writer.member("ClientToken", of: clientToken)
            writer.member("MaxWriteRequestUnits", of: maxWriteRequestUnits)
            writer.member("PerformanceTier", of: performanceTier)
        }
    }
}

/// What StartBulkPutItems answers.
public struct StartBulkPutItemsOutput: Equatable, Sendable {
    /// The bulk operation and its state.
    public var bulkOperationDescription: BulkOperationDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationDescription: BulkOperationDescription? = nil
    ) {
        self.bulkOperationDescription = bulkOperationDescription
    }
}

extension StartBulkPutItemsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "StartBulkPutItemsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BulkOperationDescription": bulkOperationDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

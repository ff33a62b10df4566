// The operation ImportTable. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Makes a new table and fills it from files in S3.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/limitExceeded``, ``ErrorCode/importConflict``.
    public func importTable(
        _ input: ImportTableInput
    ) async throws(CallError) -> ImportTableOutput {
        try await send(ImportTableCommand(input))
    }
}

/// ImportTable as a value, to be sent by a client. Makes a new table and fills it from files in S3.
public struct ImportTableCommand: Command {
    /// The name of the operation.
    public static let operation = "ImportTable"
    /// What is asked.
    public private(set) var input: ImportTableInput

    /// A command of this input. Where the input has no token, the command gets one: sent twice, it acts once.
    public init(_ input: ImportTableInput) {
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
    public static func output(from body: [UInt8]) throws(CallError) -> ImportTableOutput {
        try ImportTableOutput(decoding: body)
    }
}

/// What ImportTable is asked.
public struct ImportTableInput: Equatable, Sendable {
    /// Where the files lie.
    public var s3BucketSource: S3BucketSource
    /// How the files are written.
    public var inputFormat: InputFormat
    /// The table that the import makes.
    public var tableCreationParameters: TableCreationParameters
    /// Makes a repeat within 8 hours answer the same import and start no other.
    public var clientToken: String?
    /// Options of the format. Only CSV has any.
    public var inputFormatOptions: InputFormatOptions?
    /// How the files are compressed; `NONE` when absent.
    public var inputCompressionType: InputCompressionType?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        s3BucketSource: S3BucketSource,
        inputFormat: InputFormat,
        tableCreationParameters: TableCreationParameters,
        clientToken: String? = nil,
        inputFormatOptions: InputFormatOptions? = nil,
        inputCompressionType: InputCompressionType? = nil
    ) {
        self.s3BucketSource = s3BucketSource
        self.inputFormat = inputFormat
        self.tableCreationParameters = tableCreationParameters
        self.clientToken = clientToken
        self.inputFormatOptions = inputFormatOptions
        self.inputCompressionType = inputCompressionType
    }
}

extension ImportTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("S3BucketSource", of: s3BucketSource)
            writer.member("InputFormat", of: inputFormat)
            writer.member("TableCreationParameters", of: tableCreationParameters)
            writer.member("ClientToken", of: clientToken)
            writer.member("InputFormatOptions", of: inputFormatOptions)
            writer.member("InputCompressionType", of: inputCompressionType)
        }
    }
}

/// What ImportTable answers.
public struct ImportTableOutput: Equatable, Sendable {
    /// The import and its state.
    public var importTableDescription: ImportTableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        importTableDescription: ImportTableDescription? = nil
    ) {
        self.importTableDescription = importTableDescription
    }
}

extension ImportTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ImportTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ImportTableDescription": importTableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

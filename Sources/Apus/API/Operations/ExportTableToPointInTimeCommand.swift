// The operation ExportTableToPointInTime. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Writes the table as it was at one time to S3. Point-in-time recovery must be on; no capacity is used.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/tableNotFound``,
    ///   ``ErrorCode/pointInTimeRecoveryUnavailable``, ``ErrorCode/limitExceeded``, ``ErrorCode/invalidExportTime``,
    ///   ``ErrorCode/exportConflict``, ``ErrorCode/internalServerError``.
    public func exportTableToPointInTime(
        _ input: ExportTableToPointInTimeInput
    ) async throws(CallError) -> ExportTableToPointInTimeOutput {
        try await send(ExportTableToPointInTimeCommand(input))
    }
}

/// ExportTableToPointInTime as a value, to be sent by a client. Writes the table as it was at one time to S3. Point-in-
/// time recovery must be on; no capacity is used.
public struct ExportTableToPointInTimeCommand: Command {
    /// The name of the operation.
    public static let operation = "ExportTableToPointInTime"
    /// What is asked.
    public private(set) var input: ExportTableToPointInTimeInput

    /// A command of this input. Where the input has no token, the command gets one: sent twice, it acts once.
    public init(_ input: ExportTableToPointInTimeInput) {
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
    public static func output(from body: [UInt8]) throws(CallError) -> ExportTableToPointInTimeOutput {
        try ExportTableToPointInTimeOutput(decoding: body)
    }
}

/// What ExportTableToPointInTime is asked.
public struct ExportTableToPointInTimeInput: Equatable, Sendable {
    /// The ARN of the table to export.
    public var tableArn: String
    /// The name of the bucket.
    public var s3Bucket: String
    /// The time whose items are exported, for `FULL_EXPORT`; that of the request when absent.
    public var exportTime: Date?
    /// Makes a repeat within 8 hours answer the same export and start no other.
    public var clientToken: String?
    /// The account that owns the bucket, 12 digits. Needed if it is not the caller's.
    public var s3BucketOwner: String?
    /// What the keys of the files begin with; nothing when absent.
    public var s3Prefix: String?
    /// How the files are encrypted in S3.
    public var s3SseAlgorithm: S3SseAlgorithm?
    /// The KMS key for the files. Only for `KMS`.
    public var s3SseKmsKeyID: String?
    /// How the files are written; `DYNAMODB_JSON` when absent.
    public var exportFormat: ExportFormat?
    /// The whole table or what changed; `FULL_EXPORT` when absent.
    public var exportType: ExportType?
    /// The stretch of time to export. Only for `INCREMENTAL_EXPORT`.
    public var incrementalExportSpecification: IncrementalExportSpecification?
    /// Which items and attributes are exported; all when absent.
    public var filterSpecification: FilterSpecification?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableArn: String,
        s3Bucket: String,
        exportTime: Date? = nil,
        clientToken: String? = nil,
        s3BucketOwner: String? = nil,
        s3Prefix: String? = nil,
        s3SseAlgorithm: S3SseAlgorithm? = nil,
        s3SseKmsKeyID: String? = nil,
        exportFormat: ExportFormat? = nil,
        exportType: ExportType? = nil,
        incrementalExportSpecification: IncrementalExportSpecification? = nil,
        filterSpecification: FilterSpecification? = nil
    ) {
        self.tableArn = tableArn
        self.s3Bucket = s3Bucket
        self.exportTime = exportTime
        self.clientToken = clientToken
        self.s3BucketOwner = s3BucketOwner
        self.s3Prefix = s3Prefix
        self.s3SseAlgorithm = s3SseAlgorithm
        self.s3SseKmsKeyID = s3SseKmsKeyID
        self.exportFormat = exportFormat
        self.exportType = exportType
        self.incrementalExportSpecification = incrementalExportSpecification
        self.filterSpecification = filterSpecification
    }
}

extension ExportTableToPointInTimeInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableArn", of: tableArn)
            writer.member("S3Bucket", of: s3Bucket)
            writer.member("ExportTime", of: exportTime)
            writer.member("ClientToken", of: clientToken)
            writer.member("S3BucketOwner", of: s3BucketOwner)
            writer.member("S3Prefix", of: s3Prefix)
            writer.member("S3SseAlgorithm", of: s3SseAlgorithm)
            writer.member("S3SseKmsKeyId", of: s3SseKmsKeyID)
            writer.member("ExportFormat", of: exportFormat)
            writer.member("ExportType", of: exportType)
            writer.member("IncrementalExportSpecification", of: incrementalExportSpecification)
            writer.member("FilterSpecification", of: filterSpecification)
        }
    }
}

/// What ExportTableToPointInTime answers.
public struct ExportTableToPointInTimeOutput: Equatable, Sendable {
    /// The export and its state.
    public var exportDescription: ExportDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exportDescription: ExportDescription? = nil
    ) {
        self.exportDescription = exportDescription
    }
}

extension ExportTableToPointInTimeOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ExportTableToPointInTimeOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ExportDescription": exportDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

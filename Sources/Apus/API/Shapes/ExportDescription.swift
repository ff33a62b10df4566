// The shape ExportDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The state of an export, what it was asked to do, and what came of it.
public struct ExportDescription: Equatable, Sendable {
    /// The ARN of the export.
    public var exportArn: String?
    /// How far the export has come.
    public var exportStatus: ExportStatus?
    /// When the export began.
    public var startTime: Date?
    /// When the export ended. Absent while it runs.
    public var endTime: Date?
    /// The S3 key of the manifest that lists the files.
    public var exportManifest: String?
    /// The ARN of the table.
    public var tableArn: String?
    /// An id that tells the table from any other that had or will have its name.
    public var tableID: String?
    /// The time whose items are exported.
    public var exportTime: Date?
    /// The token the export was asked for with.
    public var clientToken: String?
    /// The name of the bucket.
    public var s3Bucket: String?
    /// The account that owns the bucket, 12 digits. Needed if it is not the caller's.
    public var s3BucketOwner: String?
    /// What the keys of the files begin with; nothing when absent.
    public var s3Prefix: String?
    /// How the files are encrypted in S3.
    public var s3SseAlgorithm: S3SseAlgorithm?
    /// The KMS key for the files. Only for `KMS`.
    public var s3SseKmsKeyID: String?
    /// The name of the fault that ended it. Absent if none did.
    public var failureCode: String?
    /// The fault that ended it, in words. Absent if none did.
    public var failureMessage: String?
    /// How the files are written.
    public var exportFormat: ExportFormat?
    /// The bytes for which the export is charged.
    public var billedSizeBytes: Int?
    /// How many items were exported.
    public var itemCount: Int?
    /// The whole table, or what changed.
    public var exportType: ExportType?
    /// The stretch of time to export. Only for `INCREMENTAL_EXPORT`.
    public var incrementalExportSpecification: IncrementalExportSpecification?
    /// Which items and attributes are exported; all when absent.
    public var filterSpecification: FilterSpecification?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exportArn: String? = nil,
        exportStatus: ExportStatus? = nil,
        startTime: Date? = nil,
        endTime: Date? = nil,
        exportManifest: String? = nil,
        tableArn: String? = nil,
        tableID: String? = nil,
        exportTime: Date? = nil,
        clientToken: String? = nil,
        s3Bucket: String? = nil,
        s3BucketOwner: String? = nil,
        s3Prefix: String? = nil,
        s3SseAlgorithm: S3SseAlgorithm? = nil,
        s3SseKmsKeyID: String? = nil,
        failureCode: String? = nil,
        failureMessage: String? = nil,
        exportFormat: ExportFormat? = nil,
        billedSizeBytes: Int? = nil,
        itemCount: Int? = nil,
        exportType: ExportType? = nil,
        incrementalExportSpecification: IncrementalExportSpecification? = nil,
        filterSpecification: FilterSpecification? = nil
    ) {
        self.exportArn = exportArn
        self.exportStatus = exportStatus
        self.startTime = startTime
        self.endTime = endTime
        self.exportManifest = exportManifest
        self.tableArn = tableArn
        self.tableID = tableID
        self.exportTime = exportTime
        self.clientToken = clientToken
        self.s3Bucket = s3Bucket
        self.s3BucketOwner = s3BucketOwner
        self.s3Prefix = s3Prefix
        self.s3SseAlgorithm = s3SseAlgorithm
        self.s3SseKmsKeyID = s3SseKmsKeyID
        self.failureCode = failureCode
        self.failureMessage = failureMessage
        self.exportFormat = exportFormat
        self.billedSizeBytes = billedSizeBytes
        self.itemCount = itemCount
        self.exportType = exportType
        self.incrementalExportSpecification = incrementalExportSpecification
        self.filterSpecification = filterSpecification
    }
}

extension ExportDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ExportDescription") { name, reader throws(ServiceError) in
            switch name {
            case "ExportArn": exportArn = try reader.value()
            case "ExportStatus": exportStatus = try reader.value()
            case "StartTime": startTime = try reader.value()
            case "EndTime": endTime = try reader.value()
            case "ExportManifest": exportManifest = try reader.value()
            case "TableArn": tableArn = try reader.value()
            case "TableId": tableID = try reader.value()
            case "ExportTime": exportTime = try reader.value()
            case "ClientToken": clientToken = try reader.value()
            case "S3Bucket": s3Bucket = try reader.value()
            case "S3BucketOwner": s3BucketOwner = try reader.value()
            case "S3Prefix": s3Prefix = try reader.value()
            case "S3SseAlgorithm": s3SseAlgorithm = try reader.value()
            case "S3SseKmsKeyId": s3SseKmsKeyID = try reader.value()
            case "FailureCode": failureCode = try reader.value()
            case "FailureMessage": failureMessage = try reader.value()
            case "ExportFormat": exportFormat = try reader.value()
            case "BilledSizeBytes": billedSizeBytes = try reader.value()
            case "ItemCount": itemCount = try reader.value()
            case "ExportType": exportType = try reader.value()
            case "IncrementalExportSpecification": incrementalExportSpecification = try reader.value()
            case "FilterSpecification": filterSpecification = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

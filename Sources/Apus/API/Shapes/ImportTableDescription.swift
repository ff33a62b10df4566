// The shape ImportTableDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The state of an import, what it was asked to do, and what came of it.
public struct ImportTableDescription: Equatable, Sendable {
    /// The ARN of the import.
    public var importArn: String?
    /// How far the import has come.
    public var importStatus: ImportStatus?
    /// The ARN of the table that the import makes.
    public var tableArn: String?
    /// An id that tells the table from any other that had or will have its name.
    public var tableID: String?
    /// The token the import was asked for with.
    public var clientToken: String?
    /// Where the files lie.
    public var s3BucketSource: S3BucketSource?
    /// How many items were bad and left out.
    public var errorCount: Int?
    /// The log group to which errors of the import are written.
    public var cloudWatchLogGroupArn: String?
    /// How the files are written.
    public var inputFormat: InputFormat?
    /// Options of the format. Only CSV has any.
    public var inputFormatOptions: InputFormatOptions?
    /// How the files are compressed.
    public var inputCompressionType: InputCompressionType?
    /// The table that the import makes.
    public var tableCreationParameters: TableCreationParameters?
    /// When the import began.
    public var startTime: Date?
    /// When the import ended. Absent while it runs.
    public var endTime: Date?
    /// The bytes of input read so far.
    public var processedSizeBytes: Int?
    /// How many items were read so far, the bad ones with them.
    public var processedItemCount: Int?
    /// How many items were put into the table.
    public var importedItemCount: Int?
    /// The name of the fault that ended it. Absent if none did.
    public var failureCode: String?
    /// The fault that ended it, in words. Absent if none did.
    public var failureMessage: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        importArn: String? = nil,
        importStatus: ImportStatus? = nil,
        tableArn: String? = nil,
        tableID: String? = nil,
        clientToken: String? = nil,
        s3BucketSource: S3BucketSource? = nil,
        errorCount: Int? = nil,
        cloudWatchLogGroupArn: String? = nil,
        inputFormat: InputFormat? = nil,
        inputFormatOptions: InputFormatOptions? = nil,
        inputCompressionType: InputCompressionType? = nil,
        tableCreationParameters: TableCreationParameters? = nil,
        startTime: Date? = nil,
        endTime: Date? = nil,
        processedSizeBytes: Int? = nil,
        processedItemCount: Int? = nil,
        importedItemCount: Int? = nil,
        failureCode: String? = nil,
        failureMessage: String? = nil
    ) {
        self.importArn = importArn
        self.importStatus = importStatus
        self.tableArn = tableArn
        self.tableID = tableID
        self.clientToken = clientToken
        self.s3BucketSource = s3BucketSource
        self.errorCount = errorCount
        self.cloudWatchLogGroupArn = cloudWatchLogGroupArn
        self.inputFormat = inputFormat
        self.inputFormatOptions = inputFormatOptions
        self.inputCompressionType = inputCompressionType
        self.tableCreationParameters = tableCreationParameters
        self.startTime = startTime
        self.endTime = endTime
        self.processedSizeBytes = processedSizeBytes
        self.processedItemCount = processedItemCount
        self.importedItemCount = importedItemCount
        self.failureCode = failureCode
        self.failureMessage = failureMessage
    }
}

extension ImportTableDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ImportTableDescription") { name, reader throws(ServiceError) in
            switch name {
            case "ImportArn": importArn = try reader.value()
            case "ImportStatus": importStatus = try reader.value()
            case "TableArn": tableArn = try reader.value()
            case "TableId": tableID = try reader.value()
            case "ClientToken": clientToken = try reader.value()
            case "S3BucketSource": s3BucketSource = try reader.value()
            case "ErrorCount": errorCount = try reader.value()
            case "CloudWatchLogGroupArn": cloudWatchLogGroupArn = try reader.value()
            case "InputFormat": inputFormat = try reader.value()
            case "InputFormatOptions": inputFormatOptions = try reader.value()
            case "InputCompressionType": inputCompressionType = try reader.value()
            case "TableCreationParameters": tableCreationParameters = try reader.value()
            case "StartTime": startTime = try reader.value()
            case "EndTime": endTime = try reader.value()
            case "ProcessedSizeBytes": processedSizeBytes = try reader.value()
            case "ProcessedItemCount": processedItemCount = try reader.value()
            case "ImportedItemCount": importedItemCount = try reader.value()
            case "FailureCode": failureCode = try reader.value()
            case "FailureMessage": failureMessage = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

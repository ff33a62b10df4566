// The shape ImportSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// One line of a list of imports.
public struct ImportSummary: Equatable, Sendable {
    /// The ARN of the import.
    public var importArn: String?
    /// How far the import has come.
    public var importStatus: ImportStatus?
    /// The ARN of the table that the import makes.
    public var tableArn: String?
    /// Where the files lie.
    public var s3BucketSource: S3BucketSource?
    /// The log group to which errors of the import are written.
    public var cloudWatchLogGroupArn: String?
    /// How the files are written.
    public var inputFormat: InputFormat?
    /// When the import began.
    public var startTime: Date?
    /// When the import ended. Absent while it runs.
    public var endTime: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        importArn: String? = nil,
        importStatus: ImportStatus? = nil,
        tableArn: String? = nil,
        s3BucketSource: S3BucketSource? = nil,
        cloudWatchLogGroupArn: String? = nil,
        inputFormat: InputFormat? = nil,
        startTime: Date? = nil,
        endTime: Date? = nil
    ) {
        self.importArn = importArn
        self.importStatus = importStatus
        self.tableArn = tableArn
        self.s3BucketSource = s3BucketSource
        self.cloudWatchLogGroupArn = cloudWatchLogGroupArn
        self.inputFormat = inputFormat
        self.startTime = startTime
        self.endTime = endTime
    }
}

extension ImportSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ImportSummary") { name, reader throws(ServiceError) in
            switch name {
            case "ImportArn": importArn = try reader.value()
            case "ImportStatus": importStatus = try reader.value()
            case "TableArn": tableArn = try reader.value()
            case "S3BucketSource": s3BucketSource = try reader.value()
            case "CloudWatchLogGroupArn": cloudWatchLogGroupArn = try reader.value()
            case "InputFormat": inputFormat = try reader.value()
            case "StartTime": startTime = try reader.value()
            case "EndTime": endTime = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

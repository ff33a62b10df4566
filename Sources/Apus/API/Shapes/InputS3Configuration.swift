// The shape InputS3Configuration of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Where the files of a bulk operation lie, and how they are written.
public struct InputS3Configuration: Equatable, Sendable {
    /// The name of the bucket.
    public var s3Bucket: String
    /// How the files are written.
    public var inputFormat: BulkOperationInputFormat
    /// The account that owns the bucket, 12 digits. Needed if it is not the caller's.
    public var s3BucketOwner: String?
    /// How the keys of the files begin. The whole bucket when absent.
    public var s3KeyPrefix: String?
    /// How the files are compressed; `NONE` when absent.
    public var inputCompressionType: InputCompressionType?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        s3Bucket: String,
        inputFormat: BulkOperationInputFormat,
        s3BucketOwner: String? = nil,
        s3KeyPrefix: String? = nil,
        inputCompressionType: InputCompressionType? = nil
    ) {
        self.s3Bucket = s3Bucket
        self.inputFormat = inputFormat
        self.s3BucketOwner = s3BucketOwner
        self.s3KeyPrefix = s3KeyPrefix
        self.inputCompressionType = inputCompressionType
    }
}

extension InputS3Configuration: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("S3Bucket", of: s3Bucket)
            writer.member("InputFormat", of: inputFormat)
            writer.member("S3BucketOwner", of: s3BucketOwner)
            writer.member("S3KeyPrefix", of: s3KeyPrefix)
            writer.member("InputCompressionType", of: inputCompressionType)
        }
    }
}

extension InputS3Configuration: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var s3Bucket: String?
        var inputFormat: BulkOperationInputFormat?
        var s3BucketOwner: String?
        var s3KeyPrefix: String?
        var inputCompressionType: InputCompressionType?
        try reader.members(of: "InputS3Configuration") { name, reader throws(ServiceError) in
            switch name {
            case "S3Bucket": s3Bucket = try reader.value()
            case "InputFormat": inputFormat = try reader.value()
            case "S3BucketOwner": s3BucketOwner = try reader.value()
            case "S3KeyPrefix": s3KeyPrefix = try reader.value()
            case "InputCompressionType": inputCompressionType = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            s3Bucket: try s3Bucket.required("S3Bucket"),
            inputFormat: try inputFormat.required("InputFormat"),
            s3BucketOwner: s3BucketOwner,
            s3KeyPrefix: s3KeyPrefix,
            inputCompressionType: inputCompressionType
        )
    }
}

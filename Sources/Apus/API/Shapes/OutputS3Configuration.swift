// The shape OutputS3Configuration of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Where and how a bulk operation writes what went wrong.
public struct OutputS3Configuration: Equatable, Sendable {
    /// Which items are written out.
    public var outputType: [OutputTypeEnum]
    /// The account that owns the bucket, 12 digits. Needed if it is not the caller's.
    public var s3BucketOwner: String?
    /// The name of the bucket to write to.
    public var s3Bucket: String?
    /// What the keys of the files written begin with.
    public var s3KeyPrefix: String?
    /// How the files are encrypted in S3.
    public var s3SseAlgorithm: S3SseAlgorithm?
    /// The KMS key for the files. Only for `KMS`.
    public var s3SseKmsKeyID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        outputType: [OutputTypeEnum],
        s3BucketOwner: String? = nil,
        s3Bucket: String? = nil,
        s3KeyPrefix: String? = nil,
        s3SseAlgorithm: S3SseAlgorithm? = nil,
        s3SseKmsKeyID: String? = nil
    ) {
        self.outputType = outputType
        self.s3BucketOwner = s3BucketOwner
        self.s3Bucket = s3Bucket
        self.s3KeyPrefix = s3KeyPrefix
        self.s3SseAlgorithm = s3SseAlgorithm
        self.s3SseKmsKeyID = s3SseKmsKeyID
    }
}

extension OutputS3Configuration: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("OutputType", of: outputType)
            writer.member("S3BucketOwner", of: s3BucketOwner)
            writer.member("S3Bucket", of: s3Bucket)
            writer.member("S3KeyPrefix", of: s3KeyPrefix)
            writer.member("S3SseAlgorithm", of: s3SseAlgorithm)
            writer.member("S3SseKmsKeyId", of: s3SseKmsKeyID)
        }
    }
}

extension OutputS3Configuration: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var outputType: [OutputTypeEnum]?
        var s3BucketOwner: String?
        var s3Bucket: String?
        var s3KeyPrefix: String?
        var s3SseAlgorithm: S3SseAlgorithm?
        var s3SseKmsKeyID: String?
        try reader.members(of: "OutputS3Configuration") { name, reader throws(ServiceError) in
            switch name {
            case "OutputType": outputType = try reader.value()
            case "S3BucketOwner": s3BucketOwner = try reader.value()
            case "S3Bucket": s3Bucket = try reader.value()
            case "S3KeyPrefix": s3KeyPrefix = try reader.value()
            case "S3SseAlgorithm": s3SseAlgorithm = try reader.value()
            case "S3SseKmsKeyId": s3SseKmsKeyID = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            outputType: try outputType.required("OutputType"),
            s3BucketOwner: s3BucketOwner,
            s3Bucket: s3Bucket,
            s3KeyPrefix: s3KeyPrefix,
            s3SseAlgorithm: s3SseAlgorithm,
            s3SseKmsKeyID: s3SseKmsKeyID
        )
    }
}

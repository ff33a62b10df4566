// The shape S3BucketSource of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Where the files of an import lie.
public struct S3BucketSource: Equatable, Sendable {
    /// The name of the bucket.
    public var s3Bucket: String
    /// The account that owns the bucket, 12 digits. Needed if it is not the caller's.
    public var s3BucketOwner: String?
    /// How the keys of the files begin. The whole bucket when absent.
    public var s3KeyPrefix: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        s3Bucket: String,
        s3BucketOwner: String? = nil,
        s3KeyPrefix: String? = nil
    ) {
        self.s3Bucket = s3Bucket
        self.s3BucketOwner = s3BucketOwner
        self.s3KeyPrefix = s3KeyPrefix
    }
}

extension S3BucketSource: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("S3Bucket", of: s3Bucket)
            writer.member("S3BucketOwner", of: s3BucketOwner)
            writer.member("S3KeyPrefix", of: s3KeyPrefix)
        }
    }
}

extension S3BucketSource: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var s3Bucket: String?
        var s3BucketOwner: String?
        var s3KeyPrefix: String?
        try reader.members(of: "S3BucketSource") { name, reader throws(ServiceError) in
            switch name {
            case "S3Bucket": s3Bucket = try reader.value()
            case "S3BucketOwner": s3BucketOwner = try reader.value()
            case "S3KeyPrefix": s3KeyPrefix = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            s3Bucket: try s3Bucket.required("S3Bucket"),
            s3BucketOwner: s3BucketOwner,
            s3KeyPrefix: s3KeyPrefix
        )
    }
}

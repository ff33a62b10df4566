// The choices of S3SseAlgorithm in the API. Written by script/generate-api.

/// How files in S3 are encrypted.
public struct S3SseAlgorithm: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// With a key of S3.
    public static let aes256 = S3SseAlgorithm(rawValue: "AES256")
    /// With a key of KMS.
    public static let kms = S3SseAlgorithm(rawValue: "KMS")
}

extension S3SseAlgorithm: WrittenShape, ReadShape {}

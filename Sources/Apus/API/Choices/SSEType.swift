// The choices of SSEType in the API. Written by script/generate-api.

/// The kind of key a table is encrypted with.
public struct SSEType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Listed but not taken in requests; the service's own key needs no setting.
    public static let aes256 = SSEType(rawValue: "AES256")
    /// A KMS key of the account.
    public static let kms = SSEType(rawValue: "KMS")
}

extension SSEType: WrittenShape, ReadShape {}

// The choices of SSEStatus in the API. Written by script/generate-api.

/// The state of encryption with a KMS key.
public struct SSEStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A KMS key is being taken up.
    public static let enabling = SSEStatus(rawValue: "ENABLING")
    /// A KMS key is used.
    public static let enabled = SSEStatus(rawValue: "ENABLED")
    /// The KMS key is being given up.
    public static let disabling = SSEStatus(rawValue: "DISABLING")
    /// No KMS key is used.
    public static let disabled = SSEStatus(rawValue: "DISABLED")
    /// The KMS key is being changed.
    public static let updating = SSEStatus(rawValue: "UPDATING")
}

extension SSEStatus: WrittenShape, ReadShape {}

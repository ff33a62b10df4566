// The choices of TimeToLiveStatus in the API. Written by script/generate-api.

/// Whether items expire.
public struct TimeToLiveStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Expiry is being switched on.
    public static let enabling = TimeToLiveStatus(rawValue: "ENABLING")
    /// Expiry is being switched off.
    public static let disabling = TimeToLiveStatus(rawValue: "DISABLING")
    /// Items expire.
    public static let enabled = TimeToLiveStatus(rawValue: "ENABLED")
    /// Items do not expire.
    public static let disabled = TimeToLiveStatus(rawValue: "DISABLED")
}

extension TimeToLiveStatus: WrittenShape, ReadShape {}

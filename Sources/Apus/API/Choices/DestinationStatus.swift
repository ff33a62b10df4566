// The choices of DestinationStatus in the API. Written by script/generate-api.

/// Whether changes go to a Kinesis stream.
public struct DestinationStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being switched on.
    public static let enabling = DestinationStatus(rawValue: "ENABLING")
    /// Changes are sent.
    public static let active = DestinationStatus(rawValue: "ACTIVE")
    /// It is being switched off.
    public static let disabling = DestinationStatus(rawValue: "DISABLING")
    /// No changes are sent.
    public static let disabled = DestinationStatus(rawValue: "DISABLED")
    /// It could not be switched on.
    public static let enableFailed = DestinationStatus(rawValue: "ENABLE_FAILED")
    /// Its settings are being changed.
    public static let updating = DestinationStatus(rawValue: "UPDATING")
}

extension DestinationStatus: WrittenShape, ReadShape {}

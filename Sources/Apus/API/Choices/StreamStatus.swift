// The choices of StreamStatus in the API. Written by script/generate-api.

/// Whether a stream takes down changes.
public struct StreamStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being switched on.
    public static let enabling = StreamStatus(rawValue: "ENABLING")
    /// It takes down changes.
    public static let enabled = StreamStatus(rawValue: "ENABLED")
    /// It is being switched off.
    public static let disabling = StreamStatus(rawValue: "DISABLING")
    /// It takes down no more, and can be read for a day.
    public static let disabled = StreamStatus(rawValue: "DISABLED")
}

extension StreamStatus: WrittenShape, ReadShape {}

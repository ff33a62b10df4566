// The choices of ContinuousBackupsStatus in the API. Written by script/generate-api.

/// Whether continuous backups are on. They are for every table.
public struct ContinuousBackupsStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Continuous backups are on.
    public static let enabled = ContinuousBackupsStatus(rawValue: "ENABLED")
    /// Continuous backups are off.
    public static let disabled = ContinuousBackupsStatus(rawValue: "DISABLED")
}

extension ContinuousBackupsStatus: WrittenShape, ReadShape {}

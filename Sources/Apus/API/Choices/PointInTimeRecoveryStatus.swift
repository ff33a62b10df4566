// The choices of PointInTimeRecoveryStatus in the API. Written by script/generate-api.

/// Whether a table can be restored to an earlier time.
public struct PointInTimeRecoveryStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Recovery is on.
    public static let enabled = PointInTimeRecoveryStatus(rawValue: "ENABLED")
    /// Recovery is off.
    public static let disabled = PointInTimeRecoveryStatus(rawValue: "DISABLED")
}

extension PointInTimeRecoveryStatus: WrittenShape, ReadShape {}

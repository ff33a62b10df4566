// The choices of ContributorInsightsStatus in the API. Written by script/generate-api.

/// The state of Contributor Insights for a table or an index.
public struct ContributorInsightsStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being switched on.
    public static let enabling = ContributorInsightsStatus(rawValue: "ENABLING")
    /// It is on.
    public static let enabled = ContributorInsightsStatus(rawValue: "ENABLED")
    /// It is being switched off.
    public static let disabling = ContributorInsightsStatus(rawValue: "DISABLING")
    /// It is off.
    public static let disabled = ContributorInsightsStatus(rawValue: "DISABLED")
    /// The last change failed.
    public static let failed = ContributorInsightsStatus(rawValue: "FAILED")
}

extension ContributorInsightsStatus: WrittenShape, ReadShape {}

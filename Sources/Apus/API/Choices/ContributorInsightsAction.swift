// The choices of ContributorInsightsAction in the API. Written by script/generate-api.

/// Whether to switch Contributor Insights on or off.
public struct ContributorInsightsAction: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Switches it on.
    public static let enable = ContributorInsightsAction(rawValue: "ENABLE")
    /// Switches it off.
    public static let disable = ContributorInsightsAction(rawValue: "DISABLE")
}

extension ContributorInsightsAction: WrittenShape, ReadShape {}

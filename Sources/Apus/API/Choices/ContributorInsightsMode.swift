// The choices of ContributorInsightsMode in the API. Written by script/generate-api.

/// Which keys Contributor Insights counts.
public struct ContributorInsightsMode: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Keys that are used most, and keys that are throttled most.
    public static let accessedAndThrottledKeys = ContributorInsightsMode(rawValue: "ACCESSED_AND_THROTTLED_KEYS")
    /// Only keys that are throttled.
    public static let throttledKeys = ContributorInsightsMode(rawValue: "THROTTLED_KEYS")
}

extension ContributorInsightsMode: WrittenShape, ReadShape {}

// What a caller says for itself where the rest comes from the surroundings.

/// Choices that stand over the environment and the shared files.
public struct ClientChoices: Sendable {
    /// The address of the service, such as `http://127.0.0.1:8000`.
    public var endpointURL: String?
    /// The region that requests are signed for.
    public var region: String?
    /// The profile of the shared files.
    public var profile: String?
    /// Where to go if no address is set anywhere; nil for AWS in the region.
    public var fallbackEndpoint: Endpoint?

    /// Choices of these values.
    public init(
        endpointURL: String? = nil,
        region: String? = nil,
        profile: String? = nil,
        fallbackEndpoint: Endpoint? = nil
    ) {
        self.endpointURL = endpointURL
        self.region = region
        self.profile = profile
        self.fallbackEndpoint = fallbackEndpoint
    }
}

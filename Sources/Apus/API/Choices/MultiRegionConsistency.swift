// The choices of MultiRegionConsistency in the API. Written by script/generate-api.

/// What a strongly consistent read sees of writes in other regions.
public struct MultiRegionConsistency: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Only writes of its own region are sure to be seen; the default.
    public static let eventual = MultiRegionConsistency(rawValue: "EVENTUAL")
    /// The newest write of any region is seen. It takes three regions, one of which may be a witness.
    public static let strong = MultiRegionConsistency(rawValue: "STRONG")
}

extension MultiRegionConsistency: WrittenShape, ReadShape {}

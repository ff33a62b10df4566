// The choices of WitnessStatus in the API. Written by script/generate-api.

/// The state of a global table's witness.
public struct WitnessStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being made.
    public static let creating = WitnessStatus(rawValue: "CREATING")
    /// It is being deleted.
    public static let deleting = WitnessStatus(rawValue: "DELETING")
    /// It is in place.
    public static let active = WitnessStatus(rawValue: "ACTIVE")
}

extension WitnessStatus: WrittenShape, ReadShape {}

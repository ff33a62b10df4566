// The choices of GlobalTableStatus in the API. Written by script/generate-api.

/// The state of a global table of version 2017.11.29.
public struct GlobalTableStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being made.
    public static let creating = GlobalTableStatus(rawValue: "CREATING")
    /// It can be used.
    public static let active = GlobalTableStatus(rawValue: "ACTIVE")
    /// It is being deleted.
    public static let deleting = GlobalTableStatus(rawValue: "DELETING")
    /// It is being changed.
    public static let updating = GlobalTableStatus(rawValue: "UPDATING")
}

extension GlobalTableStatus: WrittenShape, ReadShape {}

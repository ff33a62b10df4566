// The choices of IndexStatus in the API. Written by script/generate-api.

/// The state of an index.
public struct IndexStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is being made and cannot be read yet.
    public static let creating = IndexStatus(rawValue: "CREATING")
    /// Its settings are being changed.
    public static let updating = IndexStatus(rawValue: "UPDATING")
    /// It is being deleted.
    public static let deleting = IndexStatus(rawValue: "DELETING")
    /// It can be read.
    public static let active = IndexStatus(rawValue: "ACTIVE")
}

extension IndexStatus: WrittenShape, ReadShape {}

// The choices of ProjectionType in the API. Written by script/generate-api.

/// Which attributes an index holds.
public struct ProjectionType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// All attributes of the item.
    public static let all = ProjectionType(rawValue: "ALL")
    /// Only the keys of the table and of the index.
    public static let keysOnly = ProjectionType(rawValue: "KEYS_ONLY")
    /// The keys and the attributes of `NonKeyAttributes`.
    public static let include = ProjectionType(rawValue: "INCLUDE")
}

extension ProjectionType: WrittenShape, ReadShape {}

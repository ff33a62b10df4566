// The choices of KeyType in the API. Written by script/generate-api.

/// The part of an attribute in a key.
public struct KeyType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The partition key.
    public static let hash = KeyType(rawValue: "HASH")
    /// The sort key.
    public static let range = KeyType(rawValue: "RANGE")
}

extension KeyType: WrittenShape, ReadShape {}

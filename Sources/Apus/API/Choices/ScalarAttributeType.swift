// The choices of ScalarAttributeType in the API. Written by script/generate-api.

/// The type of a key attribute.
public struct ScalarAttributeType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// String.
    public static let s = ScalarAttributeType(rawValue: "S")
    /// Number.
    public static let n = ScalarAttributeType(rawValue: "N")
    /// Binary.
    public static let b = ScalarAttributeType(rawValue: "B")
}

extension ScalarAttributeType: WrittenShape, ReadShape {}

// The choices of AttributeAction in the API. Written by script/generate-api.

/// What `AttributeUpdates` does with an attribute.
public struct AttributeAction: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Adds a number, or adds elements to a set.
    public static let add = AttributeAction(rawValue: "ADD")
    /// Sets the attribute; the default.
    public static let put = AttributeAction(rawValue: "PUT")
    /// Removes the attribute, or with a value the elements of a set.
    public static let delete = AttributeAction(rawValue: "DELETE")
}

extension AttributeAction: WrittenShape, ReadShape {}

// The choices of Select in the API. Written by script/generate-api.

/// What a page tells of the items it read.
public struct Select: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The whole items; the default for a table. A global index must hold all attributes.
    public static let allAttributes = Select(rawValue: "ALL_ATTRIBUTES")
    /// What the index holds; the default for an index.
    public static let allProjectedAttributes = Select(rawValue: "ALL_PROJECTED_ATTRIBUTES")
    /// The attributes of `ProjectionExpression`; the default when that is given.
    public static let specificAttributes = Select(rawValue: "SPECIFIC_ATTRIBUTES")
    /// Only how many there are, no items.
    public static let count = Select(rawValue: "COUNT")
}

extension Select: WrittenShape, ReadShape {}

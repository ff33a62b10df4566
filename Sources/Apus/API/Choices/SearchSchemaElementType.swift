// The choices of SearchSchemaElementType in the API. Written by script/generate-api.

/// The part of an attribute in a vector search.
public struct SearchSchemaElementType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The attribute parts the index, as a partition key does.
    public static let hash = SearchSchemaElementType(rawValue: "HASH")
    /// A search may filter by the attribute.
    public static let inlineFilter = SearchSchemaElementType(rawValue: "INLINE_FILTER")
}

extension SearchSchemaElementType: WrittenShape, ReadShape {}

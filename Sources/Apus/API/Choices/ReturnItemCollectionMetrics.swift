// The choices of ReturnItemCollectionMetrics in the API. Written by script/generate-api.

/// Whether to tell the size of item collections.
public struct ReturnItemCollectionMetrics: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An estimate of the size, if the table has a local index.
    public static let size = ReturnItemCollectionMetrics(rawValue: "SIZE")
    /// Nothing; the default.
    public static let nothing = ReturnItemCollectionMetrics(rawValue: "NONE")
}

extension ReturnItemCollectionMetrics: WrittenShape, ReadShape {}

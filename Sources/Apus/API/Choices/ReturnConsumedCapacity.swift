// The choices of ReturnConsumedCapacity in the API. Written by script/generate-api.

/// How much to tell about the capacity a request used.
public struct ReturnConsumedCapacity: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The total, and the shares of the table and each index.
    public static let indexes = ReturnConsumedCapacity(rawValue: "INDEXES")
    /// Only the total of each table.
    public static let total = ReturnConsumedCapacity(rawValue: "TOTAL")
    /// Nothing; the default.
    public static let nothing = ReturnConsumedCapacity(rawValue: "NONE")
}

extension ReturnConsumedCapacity: WrittenShape, ReadShape {}

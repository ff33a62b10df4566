// The choices of ConditionalOperator in the API. Written by script/generate-api.

/// How several old conditions are joined. Expressions replace them.
public struct ConditionalOperator: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// All conditions must be true; the default.
    public static let and = ConditionalOperator(rawValue: "AND")
    /// One true condition is enough.
    public static let or = ConditionalOperator(rawValue: "OR")
}

extension ConditionalOperator: WrittenShape, ReadShape {}

// The choices of InputFormat in the API. Written by script/generate-api.

/// How the files of an import are written.
public struct InputFormat: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// One JSON object a line, with typed attribute values.
    public static let dynamodbJson = InputFormat(rawValue: "DYNAMODB_JSON")
    /// Amazon Ion, text or binary.
    public static let ion = InputFormat(rawValue: "ION")
    /// Values between delimiters, one item a line. All but keys become strings.
    public static let csv = InputFormat(rawValue: "CSV")
}

extension InputFormat: WrittenShape, ReadShape {}

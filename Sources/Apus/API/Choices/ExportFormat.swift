// The choices of ExportFormat in the API. Written by script/generate-api.

/// How the files of an export are written.
public struct ExportFormat: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// One JSON object a line, with typed attribute values; the default.
    public static let dynamodbJson = ExportFormat(rawValue: "DYNAMODB_JSON")
    /// Amazon Ion text.
    public static let ion = ExportFormat(rawValue: "ION")
}

extension ExportFormat: WrittenShape, ReadShape {}

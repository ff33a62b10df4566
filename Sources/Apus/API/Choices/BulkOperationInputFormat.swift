// The choices of BulkOperationInputFormat in the API. Written by script/generate-api.

/// How the files of a bulk operation are written.
public struct BulkOperationInputFormat: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// One JSON object a line, with typed attribute values.
    public static let dynamodbJson = BulkOperationInputFormat(rawValue: "DYNAMODB_JSON")
    /// Amazon Ion.
    public static let ion = BulkOperationInputFormat(rawValue: "ION")
}

extension BulkOperationInputFormat: WrittenShape, ReadShape {}

// The choices of OutputTypeEnum in the API. Written by script/generate-api.

/// What a bulk operation writes out.
public struct OutputTypeEnum: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Items that failed by an error.
    public static let error = OutputTypeEnum(rawValue: "ERROR")
    /// Items whose condition was false.
    public static let conditionCheckFailure = OutputTypeEnum(rawValue: "CONDITION_CHECK_FAILURE")
}

extension OutputTypeEnum: WrittenShape, ReadShape {}

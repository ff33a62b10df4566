// The choices of ApproximateCreationDateTimePrecision in the API. Written by script/generate-api.

/// How precise the time of a change is in a Kinesis stream.
public struct ApproximateCreationDateTimePrecision: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Times in thousandths of a second; the default.
    public static let millisecond = ApproximateCreationDateTimePrecision(rawValue: "MILLISECOND")
    /// Times in millionths of a second.
    public static let microsecond = ApproximateCreationDateTimePrecision(rawValue: "MICROSECOND")
}

extension ApproximateCreationDateTimePrecision: WrittenShape, ReadShape {}

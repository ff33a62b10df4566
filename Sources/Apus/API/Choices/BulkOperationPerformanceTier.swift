// The choices of BulkOperationPerformanceTier in the API. Written by script/generate-api.

/// How fast a bulk operation is to run.
public struct BulkOperationPerformanceTier: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An ordinary run.
    public static let standard = BulkOperationPerformanceTier(rawValue: "STANDARD")
    /// A faster run.
    public static let accelerated = BulkOperationPerformanceTier(rawValue: "ACCELERATED")
}

extension BulkOperationPerformanceTier: WrittenShape, ReadShape {}

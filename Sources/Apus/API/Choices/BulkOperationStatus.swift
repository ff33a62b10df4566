// The choices of BulkOperationStatus in the API. Written by script/generate-api.

/// How far a bulk operation has come.
public struct BulkOperationStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is running.
    public static let inProgress = BulkOperationStatus(rawValue: "IN_PROGRESS")
    /// It ended without errors.
    public static let completed = BulkOperationStatus(rawValue: "COMPLETED")
    /// It ended, and some items failed.
    public static let completedWithErrors = BulkOperationStatus(rawValue: "COMPLETED_WITH_ERRORS")
    /// It was asked to stop and has not yet.
    public static let cancelling = BulkOperationStatus(rawValue: "CANCELLING")
    /// It was stopped.
    public static let cancelled = BulkOperationStatus(rawValue: "CANCELLED")
    /// It ended early by a fault.
    public static let failed = BulkOperationStatus(rawValue: "FAILED")
}

extension BulkOperationStatus: WrittenShape, ReadShape {}

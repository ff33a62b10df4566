// The choices of ImportStatus in the API. Written by script/generate-api.

/// How far an import has come.
public struct ImportStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is running.
    public static let inProgress = ImportStatus(rawValue: "IN_PROGRESS")
    /// All items are in the table.
    public static let completed = ImportStatus(rawValue: "COMPLETED")
    /// It was asked to stop and has not yet.
    public static let cancelling = ImportStatus(rawValue: "CANCELLING")
    /// It was stopped.
    public static let cancelled = ImportStatus(rawValue: "CANCELLED")
    /// It ended by a fault or with bad items. The table may hold the good ones.
    public static let failed = ImportStatus(rawValue: "FAILED")
}

extension ImportStatus: WrittenShape, ReadShape {}

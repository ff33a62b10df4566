// The choices of ExportStatus in the API. Written by script/generate-api.

/// How far an export has come.
public struct ExportStatus: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is running.
    public static let inProgress = ExportStatus(rawValue: "IN_PROGRESS")
    /// The files are written.
    public static let completed = ExportStatus(rawValue: "COMPLETED")
    /// It ended by a fault, named in `FailureCode`.
    public static let failed = ExportStatus(rawValue: "FAILED")
}

extension ExportStatus: WrittenShape, ReadShape {}

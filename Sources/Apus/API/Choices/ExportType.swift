// The choices of ExportType in the API. Written by script/generate-api.

/// Whether an export takes the whole table or what changed.
public struct ExportType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// All items as they were at one time; the default.
    public static let fullExport = ExportType(rawValue: "FULL_EXPORT")
    /// The items that changed within a stretch of time.
    public static let incrementalExport = ExportType(rawValue: "INCREMENTAL_EXPORT")
}

extension ExportType: WrittenShape, ReadShape {}

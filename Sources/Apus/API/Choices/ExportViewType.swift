// The choices of ExportViewType in the API. Written by script/generate-api.

/// What an incremental export tells of each changed item.
public struct ExportViewType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Only the item after.
    public static let newImage = ExportViewType(rawValue: "NEW_IMAGE")
    /// The item before and after; the default.
    public static let newAndOldImages = ExportViewType(rawValue: "NEW_AND_OLD_IMAGES")
}

extension ExportViewType: WrittenShape, ReadShape {}

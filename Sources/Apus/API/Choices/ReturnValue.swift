// The choices of ReturnValue in the API. Written by script/generate-api.

/// Which attributes of the item a write answers.
public struct ReturnValue: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Nothing; the default.
    public static let nothing = ReturnValue(rawValue: "NONE")
    /// The whole item before the write.
    public static let allOld = ReturnValue(rawValue: "ALL_OLD")
    /// What the update touched, before the write; `UpdateItem` only.
    public static let updatedOld = ReturnValue(rawValue: "UPDATED_OLD")
    /// The whole item after the write; `UpdateItem` only.
    public static let allNew = ReturnValue(rawValue: "ALL_NEW")
    /// What the update touched, after the write; `UpdateItem` only.
    public static let updatedNew = ReturnValue(rawValue: "UPDATED_NEW")
}

extension ReturnValue: WrittenShape, ReadShape {}

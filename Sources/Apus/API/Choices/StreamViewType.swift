// The choices of StreamViewType in the API. Written by script/generate-api.

/// What a stream record holds besides the key. It is fixed for the life of a stream.
public struct StreamViewType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The item after.
    public static let newImage = StreamViewType(rawValue: "NEW_IMAGE")
    /// The item before.
    public static let oldImage = StreamViewType(rawValue: "OLD_IMAGE")
    /// The item before and after.
    public static let newAndOldImages = StreamViewType(rawValue: "NEW_AND_OLD_IMAGES")
    /// Only the key.
    public static let keysOnly = StreamViewType(rawValue: "KEYS_ONLY")
}

extension StreamViewType: WrittenShape, ReadShape {}

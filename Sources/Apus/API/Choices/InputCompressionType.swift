// The choices of InputCompressionType in the API. Written by script/generate-api.

/// How the files to read are compressed.
public struct InputCompressionType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// By gzip.
    public static let gzip = InputCompressionType(rawValue: "GZIP")
    /// By Zstandard.
    public static let zstd = InputCompressionType(rawValue: "ZSTD")
    /// Not at all; the default.
    public static let nothing = InputCompressionType(rawValue: "NONE")
}

extension InputCompressionType: WrittenShape, ReadShape {}

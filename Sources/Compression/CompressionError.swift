// Why compressed bytes cannot be read.

/// What is wrong with compressed bytes.
package enum CompressionError: Error, Equatable, Sendable {
    /// There are no bytes at all.
    case empty
    /// The bytes end too early.
    case truncated
    /// The bytes are not of the coding, or their checksum is wrong, or something follows their end.
    case broken
    /// The bytes grow beyond the limit.
    case overLimit
}

// The codings that bodies are compressed in.

/// A content coding, by its name in HTTP.
package enum Coding: String, CaseIterable, Sendable {
    /// Gzip: any number of members, one after another.
    case gzip
    /// A zlib stream; a raw stream without its wrapper is understood too.
    case deflate
}

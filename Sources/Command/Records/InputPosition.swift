// A place in an input.

/// A place between two records of an input.
struct InputPosition: Equatable, Sendable {
    /// How many bytes lie before it, of the plain text where the input is compressed.
    var byte = 0
    /// The number of the line that begins here.
    var line = 1
}

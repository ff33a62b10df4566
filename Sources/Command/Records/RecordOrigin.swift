// Where a record comes from.

/// How a record is to be read.
struct RecordKind: Hashable, Sendable {
    let format: RecordFormat
    /// The first row of a CSV file.
    var header: String?
}

/// The file, the line and the text of a record: enough to find it, and to load it again.
struct RecordOrigin: Equatable, Sendable {
    let file: String
    let line: Int
    let kind: RecordKind
    let text: [UInt8]
}

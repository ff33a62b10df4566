// Where an item of a load comes from.

/// The file, the line and the text of a record: enough to find it, and to load it again.
struct LoadOrigin: Equatable, Sendable {
    let file: String
    let line: Int
    let text: [UInt8]
}

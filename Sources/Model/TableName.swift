// The name of a table, as the service allows it.

/// A name of 3 to 255 letters, digits, `_`, `.` and `-`; upper and lower case differ.
package struct TableName: Hashable, Comparable, Sendable {
    package let text: String

    /// Nil where the text is no name.
    package init?(_ text: String) {
        guard Limits.nameLength.contains(text.utf8.count), Self.hasNameCharactersOnly(text) else { return nil }
        self.text = text
    }

    /// Whether a text has only characters that names of tables and indexes may have.
    package static func hasNameCharactersOnly(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }

    package static func < (left: TableName, right: TableName) -> Bool {
        left.text.precedesInBytes(right.text)
    }
}

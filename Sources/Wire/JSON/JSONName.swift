// The name of a member of a JSON object, compared without making a string of it.

import ApusModel

/// A member's name, as bytes that the reader lends; valid only as long as the reader's buffer.
package struct JSONName {
    private let bytes: UnsafeRawBufferPointer
    private let unescaped: String?

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        unescaped = nil
    }

    init(unescaped: String) {
        bytes = UnsafeRawBufferPointer(start: nil, count: 0)
        self.unescaped = unescaped
    }

    /// The name as a string.
    ///
    /// - Throws: a `SerializationException` when it is not valid UTF-8.
    package func text() throws(ServiceError) -> String {
        if let unescaped { return unescaped }
        return try JSONReader.text(of: bytes)
    }

    /// Lets a `switch` over a name compare it with literals.
    package static func ~= (pattern: StaticString, name: JSONName) -> Bool {
        if let unescaped = name.unescaped { return unescaped.hasSameBytes(as: pattern.description) }
        let length = pattern.utf8CodeUnitCount
        guard name.bytes.count == length else { return false }
        return name.bytes.compare(with: UnsafeRawBufferPointer(start: pattern.utf8Start, count: length)) == 0
    }
}

extension JSONName {
    /// Whether both are the same name.
    func isSame(as other: JSONName) -> Bool {
        if unescaped == nil, other.unescaped == nil { return bytes.compare(with: other.bytes) == 0 }
        guard let mine = try? text(), let theirs = try? other.text() else { return false }
        return mine.hasSameBytes(as: theirs)
    }
}

// What the functions of conditions say about values.

import ApusModel

extension AttributeValue {
    /// What `size` answers; nil for the types that have no size.
    var sizeInCondition: Int? {
        switch self {
        // The manual counts characters, which are taken for code points here; what else they could be is not published.
        case .string(let text): text.unicodeScalars.count
        case .binary(let bytes): bytes.count
        case .list(let elements): elements.count
        case .map(let attributes): attributes.count
        case .stringSet(let texts): texts.count
        case .numberSet(let numbers): numbers.count
        case .binarySet(let elements): elements.count
        case .number, .bool, .null: nil
        }
    }

    /// `begins_with`: text with text, or bytes with bytes.
    func begins(with prefix: AttributeValue) -> Bool {
        switch (self, prefix) {
        case (.string(let text), .string(let prefix)): text.utf8.starts(with: prefix.utf8)
        case (.binary(let bytes), .binary(let prefix)): bytes.starts(with: prefix)
        default: false
        }
    }

    /// `contains`: a part of a text or of bytes, a member of a set, an element of a list.
    func contains(_ element: AttributeValue) -> Bool {
        switch (self, element) {
        case (.string(let text), .string(let part)):
            text.withBytes { text in part.withBytes { text.contains($0) } }
        case (.binary(let bytes), .binary(let part)):
            bytes.withUnsafeBytes { bytes in part.withUnsafeBytes { bytes.contains($0) } }
        case (.stringSet(let members), .string(let member)): members.contains { $0.hasSameBytes(as: member) }
        case (.numberSet(let members), .number(let member)): members.contains(member)
        case (.binarySet(let members), .binary(let member)): members.contains(member)
        case (.list(let elements), _): elements.contains(element)
        default: false
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the other bytes occur in these, one after the other.
    fileprivate func contains(_ part: UnsafeRawBufferPointer) -> Bool {
        guard let first = part.first else { return true }
        guard count >= part.count else { return false }
        return (0...count - part.count).contains { start in
            guard self[start] == first else { return false }
            let stretch = UnsafeRawBufferPointer(rebasing: self[start..<start + part.count])
            return stretch.compare(with: part) == 0
        }
    }
}

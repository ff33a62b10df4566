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
    ///
    /// It takes time in proportion to both (Knuth, Morris and Pratt): conditions run on the one writer thread.
    fileprivate func contains(_ part: UnsafeRawBufferPointer) -> Bool {
        guard !part.isEmpty else { return true }
        guard count >= part.count else { return false }
        let borders = part.borders
        var matched = 0
        for byte in self {
            while matched > 0, part[matched] != byte { matched = borders[matched - 1] }
            if part[matched] == byte { matched += 1 }
            if matched == part.count { return true }
        }
        return false
    }

    /// For each beginning of these bytes, the length of the longest shorter one that it also ends with.
    private var borders: [Int] {
        var borders = [0]
        borders.reserveCapacity(count)
        var length = 0
        for byte in self.dropFirst() {
            while length > 0, self[length] != byte { length = borders[length - 1] }
            if self[length] == byte { length += 1 }
            borders.append(length)
        }
        return borders
    }
}

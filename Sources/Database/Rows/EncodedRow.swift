// Items as stored bytes.

import ApusModel

/// An item in its stored form; the stamp is put in when the item is written.
package struct EncodedRow: Sendable {
    package private(set) var bytes: [UInt8]
    /// The size of the item by the service's measure.
    package let itemSize: Int

    package init(_ item: Item) {
        itemSize = item.itemSize
        bytes = []
        // Values take at most a few bytes more than the service counts for them.
        bytes.reserveCapacity(RowFormat.headerBytes + itemSize + 4 * item.count + 8)
        bytes.append(RowFormat.version)
        bytes.appendInteger(UInt64(0))
        bytes.append(RowFormat.ownRegion)
        bytes.appendVariable(itemSize)
        bytes.appendRow(item)
    }

    /// Sets when the row was written.
    mutating func stamp(_ stamp: WriteStamp) {
        Swift.withUnsafeBytes(of: stamp.value.bigEndian) { stamp in
            bytes.replaceSubrange(RowFormat.stampBytes, with: stamp)
        }
    }
}

// Written down in docs/formats/rows.md, with its test vectors.
enum RowFormat {
    static let version: UInt8 = 1
    static let stampBytes = 1..<9
    /// The origin of whatever was written here, and not replicated from another region.
    static let ownRegion: UInt8 = 0
    /// Version, stamp and origin.
    static let headerBytes = 10
}

/// The first byte of a stored value.
package enum RowTag: UInt8, Sendable {
    case string = 1, number, binary, boolFalse, boolTrue, null, list, map, stringSet, numberSet, binarySet
}

extension [UInt8] {
    /// Appends an integer, seven bits a byte, the lowest first.
    mutating func appendVariable(_ value: Int) {
        var rest = UInt64(value)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    fileprivate mutating func appendRow(_ attributes: AttributeMap) {
        appendVariable(attributes.count)
        for attribute in attributes {
            appendRow(attribute.name)
            appendRow(attribute.value)
        }
    }

    private mutating func appendRow(_ text: String) {
        text.withBytes { bytes in
            appendVariable(bytes.count)
            append(contentsOf: bytes)
        }
    }

    private mutating func appendRow(_ bytes: [UInt8]) {
        appendVariable(bytes.count)
        append(contentsOf: bytes)
    }

    private mutating func appendRow(_ value: AttributeValue) {
        switch value {
        case .string(let text):
            append(RowTag.string.rawValue)
            appendRow(text)
        case .number(let number):
            append(RowTag.number.rawValue)
            appendRow(number)
        case .binary(let bytes):
            append(RowTag.binary.rawValue)
            appendRow(bytes)
        case .bool(let value): append((value ? RowTag.boolTrue : .boolFalse).rawValue)
        case .null: append(RowTag.null.rawValue)
        case .map(let attributes):
            append(RowTag.map.rawValue)
            appendRow(attributes)
        case .list(let elements): appendRow(elements, .list) { $0.appendRow($1) }
        case .stringSet(let elements): appendRow(elements, .stringSet) { $0.appendRow($1) }
        case .numberSet(let elements): appendRow(elements, .numberSet) { $0.appendRow($1) }
        case .binarySet(let elements): appendRow(elements, .binarySet) { $0.appendRow($1) }
        }
    }

    private mutating func appendRow<Member>(
        _ elements: [Member],
        _ tag: RowTag,
        _ append: (inout [UInt8], Member) -> Void
    ) {
        self.append(tag.rawValue)
        appendVariable(elements.count)
        for element in elements { append(&self, element) }
    }

    /// Appends the sign and the length of the coefficient in one byte, the exponent, and the coefficient.
    private mutating func appendRow(_ number: Number) {
        let length = (UInt128.bitWidth - number.coefficient.leadingZeroBitCount + 7) / 8
        append(UInt8(length) | (number.isNegative ? 0x80 : 0))
        guard length > 0 else { return }
        appendInteger(number.exponent)
        var rest = number.coefficient
        for _ in 0..<length {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}

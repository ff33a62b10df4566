// Stored bytes back to items, or step by step to whatever else is made of them.

import ApusModel
import ApusStorage

/// Walks through a stored row from front to back. It borrows the bytes.
///
/// Whatever does not fit the format is a `StorageError.damaged`: rows have checksums, so that is a fault of ours.
package struct RowReader {
    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    private var level = 0

    /// When the row was written.
    package let stamp: WriteStamp
    /// The size of the item by the service's measure, in bytes.
    package private(set) var itemSize: Int

    /// Reads the head of a row. What follows is the attributes: a count, then names and values in turn.
    package init(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        guard bytes.count > RowFormat.headerBytes, bytes[0] == RowFormat.version else { throw Self.damaged }
        self.bytes = bytes
        stamp = WriteStamp(value: bytes[RowFormat.stampBytes].reduce(0) { $0 << 8 | UInt64($1) })
        position = RowFormat.headerBytes
        itemSize = 0
        itemSize = try readCount()
    }

    private static let damaged = StorageError.damaged(
        file: "a stored item",
        detail: "its bytes do not fit the row format"
    )

    // MARK: Steps

    /// Reads how many attributes, elements or bytes follow.
    package mutating func readCount() throws(StorageError) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 56 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(value) }
            shift += 7
        }
        throw Self.damaged
    }

    /// Reads the type of the value that follows.
    package mutating func readTag() throws(StorageError) -> RowTag {
        guard position < bytes.count, let tag = RowTag(rawValue: bytes[position]) else { throw Self.damaged }
        position += 1
        return tag
    }

    /// Lends the bytes of a name, a string or a binary value.
    package mutating func readBytes() throws(StorageError) -> UnsafeRawBufferPointer {
        let count = try readCount()
        guard count <= bytes.count - position else { throw Self.damaged }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    package mutating func readNumber() throws(StorageError) -> Number {
        guard position < bytes.count else { throw Self.damaged }
        let head = bytes[position]
        let length = Int(head & 0x7F)
        position += 1
        guard length > 0 else { return .zero }
        guard length <= 16, position + 2 + length <= bytes.count else { throw Self.damaged }
        let exponent = Int16(bitPattern: UInt16(bytes[position]) << 8 | UInt16(bytes[position + 1]))
        position += 2
        let coefficient = bytes[position..<position + length].reversed().reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        position += length
        guard
            let number = Number(
                storedCoefficient: coefficient,
                exponent: exponent,
                isNegative: head & 0x80 != 0
            )
        else { throw Self.damaged }
        return number
    }

    private mutating func readText() throws(StorageError) -> String {
        String(decoding: try readBytes(), as: UTF8.self)
    }

    // MARK: Whole items

    /// Reads the attributes, to the end of the row.
    package mutating func readItem() throws(StorageError) -> Item {
        let item = try readAttributes()
        guard position == bytes.count else { throw Self.damaged }
        return item
    }

    /// Reads those attributes only whose names are given.
    package mutating func readAttributes(named names: [String]) throws(StorageError) -> Item {
        var attributes: [AttributeMap.Attribute] = []
        for _ in 0..<(try readCount()) {
            guard attributes.count < names.count else { break }
            let name = try readBytes()
            let wanted = names.first { wanted in wanted.withBytes { $0.compare(with: name) == 0 } }
            if let wanted {
                attributes.append(AttributeMap.Attribute(name: wanted, value: try readValue()))
            } else {
                try skipValue()
            }
        }
        return AttributeMap(distinct: attributes)
    }

    private mutating func readAttributes() throws(StorageError) -> AttributeMap {
        try descend()
        defer { level -= 1 }
        let count = try readCount()
        guard count <= bytes.count - position else { throw Self.damaged }
        var attributes: [AttributeMap.Attribute] = []
        attributes.reserveCapacity(count)
        for _ in 0..<count {
            let name = try readText()
            attributes.append(AttributeMap.Attribute(name: name, value: try readValue()))
        }
        return AttributeMap(distinct: attributes)
    }

    private mutating func readValue() throws(StorageError) -> AttributeValue {
        switch try readTag() {
        case .string: .string(try readText())
        case .number: .number(try readNumber())
        case .binary: .binary(Array(try readBytes()))
        case .boolFalse: .bool(false)
        case .boolTrue: .bool(true)
        case .null: .null
        case .map: .map(try readAttributes())
        case .list: .list(try readList())
        case .stringSet: .stringSet(try readElements { reader throws(StorageError) in try reader.readText() })
        case .numberSet: .numberSet(try readElements { reader throws(StorageError) in try reader.readNumber() })
        case .binarySet:
            .binarySet(try readElements { reader throws(StorageError) in Array(try reader.readBytes()) })
        }
    }

    private mutating func readList() throws(StorageError) -> [AttributeValue] {
        try descend()
        defer { level -= 1 }
        return try readElements { reader throws(StorageError) in try reader.readValue() }
    }

    /// Goes into a list or a map. The limit keeps damaged bytes from exhausting the stack.
    private mutating func descend() throws(StorageError) {
        level += 1
        guard level <= Limits.nestingLevels + 1 else { throw Self.damaged }
    }

    private mutating func readElements<Element>(
        _ read: (inout RowReader) throws(StorageError) -> Element
    ) throws(StorageError) -> [Element] {
        let count = try readCount()
        guard count <= bytes.count - position else { throw Self.damaged }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }

    private mutating func skipValue() throws(StorageError) {
        switch try readTag() {
        case .string, .binary: _ = try readBytes()
        case .number: _ = try readNumber()
        case .boolFalse, .boolTrue, .null: break
        case .map:
            try descend()
            for _ in 0..<(try readCount()) {
                _ = try readBytes()
                try skipValue()
            }
            level -= 1
        case .list:
            try descend()
            for _ in 0..<(try readCount()) { try skipValue() }
            level -= 1
        case .stringSet, .binarySet: for _ in 0..<(try readCount()) { _ = try readBytes() }
        case .numberSet: for _ in 0..<(try readCount()) { _ = try readNumber() }
        }
    }
}

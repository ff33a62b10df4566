// The blocks and records of a write-ahead log, as RocksDB writes them.

/// A block of a log, as RocksDB writes it: records of a header and data, none of which leaves the block. What
/// is too long for a block is a record in parts.
struct LogBlock {
    static let limitBytes = 32_768
    private static let headerBytes = 7

    /// A record whose checksum is right.
    struct Record {
        let type: UInt8
        let data: Range<Int>

        /// A whole record (1) or one of its parts: first (2), middle (3), last (4).
        var isPart: Bool { (1...4).contains(type) }
        var isStart: Bool { type == 1 || type == 2 }
        var isLast: Bool { type == 1 || type == 4 }
    }

    let bytes: [UInt8]

    /// Whether nothing more is expected: the end of the file, or too little room for a header.
    func isEnd(_ position: Int) -> Bool {
        position == bytes.count || position + Self.headerBytes > Self.limitBytes
    }

    /// The record at a position, or nil if there is none that is whole.
    func record(at position: Int) -> Record? {
        bytes.withUnsafeBytes { bytes in
            let dataStart = position + Self.headerBytes
            guard dataStart <= bytes.count else { return nil }
            let length = Int(bytes[position + 4]) | Int(bytes[position + 5]) << 8
            let type = bytes[position + 6]
            let end = dataStart + length
            guard type != 0, end <= bytes.count else { return nil }
            let stored = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
            // The checksum covers the type and the data.
            let sum = Checksum.checksum(of: UnsafeRawBufferPointer(rebasing: bytes[(dataStart - 1)..<end]))
            return stored == Self.mask(sum) ? Record(type: type, data: dataStart..<end) : nil
        }
    }

    /// Whether a record begins anywhere after a position.
    func hasRecordStart(after position: Int) -> Bool {
        guard position + 1 < bytes.count else { return false }
        return ((position + 1)..<bytes.count).contains { candidate in
            let typePosition = candidate + Self.headerBytes - 1
            guard typePosition < bytes.count, (1...2).contains(bytes[typePosition]) else { return false }
            return record(at: candidate) != nil
        }
    }

    // RocksDB stores a checksum turned and shifted, since checksums of checksums are weak.
    private static func mask(_ sum: UInt32) -> UInt32 {
        (sum >> 15 | sum << 17) &+ 0xA282_EAD8
    }
}

/// The beginning of a record's data, a write batch: the sequence number of its first write, and how many there are.
struct LogBatchHeader {
    private static let limitBytes = 12

    private var bytes: [UInt8] = []

    var sequence: UInt64? {
        guard bytes.count == Self.limitBytes else { return nil }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    }

    var count: UInt32? {
        guard bytes.count == Self.limitBytes else { return nil }
        return bytes.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self)) }
    }

    /// Takes what it needs of the next part of the record.
    mutating func append(_ part: ArraySlice<UInt8>) {
        bytes += part.prefix(Self.limitBytes - bytes.count)
    }
}

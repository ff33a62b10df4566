// CRC-32C, with which RocksDB guards each record of its log.

/// The Castagnoli checksum, eight bytes at a step.
struct Checksum {
    private static let polynomial: UInt32 = 0x82F6_3B78

    // Eight tables of 256: the effect of a byte on the checksum when 0 to 7 bytes follow it.
    private static let tables: [UInt32] = {
        var tables = (0..<256).map { byte in
            (0..<8).reduce(UInt32(byte)) { sum, _ in (sum >> 1) ^ (sum & 1 == 1 ? polynomial : 0) }
        }
        for position in 256..<(8 * 256) {
            let sum = tables[position - 256]
            tables.append((sum >> 8) ^ tables[Int(sum & 0xFF)])
        }
        return tables
    }()

    static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { tables in
            var sum = ~UInt32(0)
            var position = 0
            while position + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                sum = fold(word ^ UInt64(sum), tables)
                position += 8
            }
            for byte in bytes[position...] {
                sum = (sum >> 8) ^ tables[Int((sum ^ UInt32(byte)) & 0xFF)]
            }
            return ~sum
        }
    }

    @inline(__always)
    private static func fold(_ word: UInt64, _ tables: UnsafeBufferPointer<UInt32>) -> UInt32 {
        var sum: UInt32 = 0
        for byte in 0..<8 {
            sum ^= tables[(7 - byte) * 256 + Int((word >> UInt64(8 * byte)) & 0xFF)]
        }
        return sum
    }
}

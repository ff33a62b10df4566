// Where in the scattered order of partitions a partition key stands.

/// The hash of a partition key: FNV-1a over its encoding, mixed, the upper 32 bits.
///
/// It is part of the stored keys, so it never changes. It gives a Scan its order, and parallel segments their bounds.
package struct PartitionHash: Hashable, Comparable, Sendable {
    /// How many bytes it takes in a stored key.
    static let byteCount = 4

    package let value: UInt32

    package init(value: UInt32) {
        self.value = value
    }

    package init(of encodedPartitionKey: some Sequence<UInt8>) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in encodedPartitionKey { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        // FNV leaves the upper bits of short keys too much alike; this spreads them.
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        value = UInt32(truncatingIfNeeded: hash >> 32)
    }

    package static func < (left: PartitionHash, right: PartitionHash) -> Bool {
        left.value < right.value
    }

    /// The first hash of a segment, when all hashes are cut into `totalSegments` equal ranges.
    ///
    /// Nil where the segment would begin after the last hash.
    package static func start(ofSegment segment: Int, of totalSegments: Int) -> PartitionHash? {
        let start = (UInt64(segment) << 32).dividedRoundingUp(by: UInt64(totalSegments))
        return UInt32(exactly: start).map(PartitionHash.init(value:))
    }

    /// The segment that this hash belongs to.
    package func segment(of totalSegments: Int) -> Int {
        Int((UInt64(value) * UInt64(totalSegments)) >> 32)
    }
}

extension UInt64 {
    fileprivate func dividedRoundingUp(by divisor: UInt64) -> UInt64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return quotient + (remainder == 0 ? 0 : 1)
    }
}

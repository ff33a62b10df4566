// How the partitions of a table divide its keys.

extension TableThroughput {
    /// How many partitions the table has. They only ever become more.
    package var partitionCount: Int {
        state.withLock { $0.table?.throughput.partitions.partitions.count ?? 1 }
    }

    /// The hashes of partition keys with which partitions of the table begin, in order; the first is 0.
    ///
    /// Partitions that divide the items of one hash count as one.
    package var partitionHashes: [UInt32] {
        let bounds = state.withLock { $0.table?.throughput.partitions.partitions.map(\.lowerBound) ?? [] }
        return Set([0] + bounds.map(Self.hash)).sorted()
    }

    private static func hash(_ bound: [UInt8]) -> UInt32 {
        (0..<4).reduce(0) { $0 << 8 | UInt32($1 < bound.count ? bound[$1] : 0) }
    }
}

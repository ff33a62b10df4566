// How long requests took, counted by fixed bounds.

/// Counts durations in buckets, each of which reaches twice as far as the one before.
struct LatencyHistogram: Equatable, Sendable {
    private static let firstBound: UInt64 = 25_000

    /// Where the buckets end: from 25 µs to 13.1072 s, in nanoseconds. A duration that is just as long as a bound
    /// counts below it.
    static let bounds = (0..<20).map { firstBound << $0 }

    /// By bucket; the last one is for what is longer than the last bound.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var totalNanoseconds: UInt64 = 0

    var totalCount: Int { counts.reduce(0, +) }

    mutating func note(nanoseconds: UInt64) {
        counts[Self.bucket(of: nanoseconds)] += 1
        totalNanoseconds &+= nanoseconds
    }

    /// The buckets double, so the number of binary digits tells them apart.
    private static func bucket(of nanoseconds: UInt64) -> Int {
        guard nanoseconds > 0 else { return 0 }
        let wholes = (nanoseconds - 1) / firstBound
        return min(UInt64.bitWidth - wholes.leadingZeroBitCount, bounds.count)
    }
}

// Which bucket a duration counts in.

import Testing

@testable import ApusServer

struct LatencyHistogramTests {
    @Test func `bounds double from 25 microseconds to 13 seconds`() {
        let bounds = LatencyHistogram.bounds

        #expect(bounds.count == 20)
        #expect(bounds.first == 25_000 && bounds.last == 13_107_200_000)
        #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 * 2 == $1 })
    }

    @Test(arguments: LatencyHistogram.bounds.indices)
    func `a duration as long as a bound counts below it, a longer one above`(position: Int) {
        let bound = LatencyHistogram.bounds[position]
        var histogram = LatencyHistogram()

        histogram.note(nanoseconds: bound)
        histogram.note(nanoseconds: bound + 1)

        #expect(histogram.counts[position...(position + 1)] == [1, 1])
        #expect(histogram.totalCount == 2 && histogram.totalNanoseconds == 2 * bound + 1)
    }

    @Test(arguments: [(0, 0), (1, 0), (UInt64.max, 20)] as [(UInt64, Int)])
    func `the shortest and the longest duration have a bucket`(nanoseconds: UInt64, bucket: Int) {
        var histogram = LatencyHistogram()

        histogram.note(nanoseconds: nanoseconds)

        #expect(histogram.counts[bucket] == 1)
    }
}

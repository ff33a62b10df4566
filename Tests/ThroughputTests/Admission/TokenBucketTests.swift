// How buckets fill, are drawn on and change.

import ApusModel
import Testing

@testable import ApusThroughput

struct TokenBucketTests {
    // 5 units a second are 5 thousandths a millisecond, up to 10 seconds' worth: 50,000. Of these 20,000 are taken.
    @Test(
        arguments: [
            (0, 30_000), (0.001, 30_005), (1, 35_000), (3.999, 49_995), (4, 50_000), (4.001, 50_000), (1e9, 50_000),
        ] as [(Double, Int)]
    )
    func `a bucket fills steadily up to its bound`(seconds: Double, level: Int) {
        var bucket = TokenBucket(rate: 5, seconds: 10, at: .newYear)
        bucket.take(20_000, at: .newYear)

        #expect(bucket.level(at: .after(seconds)) == level)
    }

    // 7 a millisecond from -1 on: 1 is missing to the bound of 7,000 after 1,000 ms, where another 7 come in.
    @Test func `the last drop fills no more than the bound`() {
        var bucket = TokenBucket(rate: 7, seconds: 1, at: .newYear)
        bucket.take(7_001, at: .newYear)

        #expect(bucket.level(at: .newYear) == -1)
        #expect(bucket.level(at: .after(1)) == 6_999)
        #expect(bucket.level(at: .after(1.001)) == 7_000)
    }

    @Test func `a bucket may begin with less than it holds, and never with more`() {
        let empty = TokenBucket(rate: 2, seconds: 300, filledSeconds: 0, at: .newYear)
        let overfull = TokenBucket(rate: 2, seconds: 300, filledSeconds: 900, at: .newYear)

        #expect(empty.level(at: .newYear) == 0)
        #expect(empty.level(at: .after(10)) == 20_000)
        #expect(overfull.level(at: .newYear) == 600_000)
    }

    @Test func `taking more than is there leaves a debt that time pays back`() {
        var bucket = TokenBucket(rate: 1, seconds: 300, at: .newYear)

        bucket.take(310_000, at: .newYear)

        // 300 - 310 = -10, at one a second.
        #expect(bucket.level(at: .newYear) == -10_000)
        #expect(bucket.level(at: .after(10)) == 0)
        #expect(bucket.level(at: .after(10.001)) == 1)
    }

    @Test func `a bucket that nothing comes into stays empty`() {
        var bucket = TokenBucket(rate: 0, seconds: 300, at: .newYear)
        bucket.take(1_000, at: .newYear)

        #expect(bucket.level(at: .after(1e9)) == -1_000)
    }

    @Test func `a clock that is set back takes nothing away, and gives nothing twice`() {
        var bucket = TokenBucket(rate: 1, seconds: 300, at: .newYear)
        bucket.take(300_000, at: .after(100))

        bucket.take(1_000, at: .after(40))

        #expect(bucket.level(at: .after(40)) == -1_000)
        #expect(bucket.level(at: .after(100)) == -1_000)
        #expect(bucket.level(at: .after(102)) == 1_000)
    }

    @Test func `another rate keeps what is there, and fills by it from then on`() {
        var bucket = TokenBucket(rate: 1, seconds: 300, at: .newYear)
        bucket.take(300_000, at: .newYear)

        bucket.change(rate: 10, seconds: 300, at: .after(20))

        // 20 from 20 seconds at 1, then 10 a second, up to 3,000.
        #expect(bucket.rate == 10)
        #expect(bucket.bound == 3_000_000)
        #expect(bucket.level(at: .after(20)) == 20_000)
        #expect(bucket.level(at: .after(21)) == 30_000)
        #expect(bucket.level(at: .after(317.9)) == 2_999_000)
        #expect(bucket.level(at: .after(400)) == 3_000_000)
    }

    @Test func `a lower rate keeps no more than its bound, and any debt`() {
        var full = TokenBucket(rate: 10, seconds: 300, at: .newYear)
        var indebted = full
        indebted.take(3_005_000, at: .newYear)

        full.change(rate: 1, seconds: 300, at: .newYear)
        indebted.change(rate: 1, seconds: 300, at: .newYear)

        #expect(full.level(at: .newYear) == 300_000)
        #expect(indebted.level(at: .after(5)) == 0)
    }

    // A day of it, in thousandths, would be more than an integer holds.
    @Test(arguments: [1_000_000_001, 1_000_000_000_000_000, .max])
    func `a rate that nothing uses up is as good as a thousand million`(rate: Int) {
        var bucket = TokenBucket(rate: rate, seconds: 86_400, at: .newYear)
        var changed = TokenBucket(rate: 1, seconds: 1, at: .newYear)
        changed.change(rate: rate, seconds: 86_400, at: .newYear)

        bucket.take(1_000_000_000_000, at: .newYear)

        #expect(bucket.rate == 1_000_000_000)
        #expect(bucket.level(at: .after(1)) == 86_400_000_000_000_000)
        #expect(changed.level(at: .after(100_000)) == 86_400_000_000_000_000)
    }
}

// What a partition serves, and when it counts as hot for long.

import ApusModel
import Testing

@testable import ApusThroughput

struct PartitionTests {
    private var partition = Partition(id: 0, lowerBound: [], rules: ThroughputRules(), at: .newYear)

    @Test func `a partition serves 3,000 reads and 1,000 writes a second`() {
        let lanes = partition.lanes

        #expect([lanes.read.bucket.rate, lanes.write.bucket.rate] == [3_000, 1_000])
        #expect([lanes.read.bucket.bound, lanes.write.bucket.bound] == [3_000_000, 1_000_000])
    }

    @Test mutating func `reads and writes are counted apart`() {
        partition.take(3_000, .write, at: .at(1), .newYear)
        partition.take(500, .write, at: .at(2), .newYear)
        partition.take(2_000, .read, at: .at(1), .newYear)

        #expect(partition.lanes.write.consumed == 3_500)
        #expect(partition.lanes.write.bucket.level(at: .newYear) == 996_500)
        #expect(partition.lanes.write.heat.entries.map(\.amount) == [3_000, 500])
        #expect(partition.lanes.read.consumed == 2_000)
        #expect(partition.lanes.read.bucket.level(at: .newYear) == 2_998_000)
    }

    // Refusals at these seconds, where 60 of them without a pause of more than 10 make a partition hot for long.
    @Test(
        arguments: [
            ([0], false), ([0, 60], false), (Array(stride(from: 0, through: 55, by: 5)), false),
            (Array(stride(from: 0, through: 60, by: 5)), true), (Array(stride(from: 0, through: 60, by: 10)), true),
            // A pause of 10.001 s from 30 on: what counts begins at 40.001, and 100.001 is the first late enough.
            ([0, 10, 20, 30, 40.001, 50, 60, 70, 80, 90, 100], false),
            ([0, 10, 20, 30, 40.001, 50, 60, 70, 80, 90, 100, 100.001], true),
        ] as [([Double], Bool)]
    )
    mutating func `a partition is hot for long after a minute of refusals`(times: [Double], isHot: Bool) {
        var answers: [Bool] = []
        for time in times { answers.append(partition.noteRefusal(.write, after: 60, at: .after(time))) }

        #expect(answers.dropLast().allSatisfy { !$0 })
        #expect(answers.last == isHot)
        #expect(partition.lanes.write.throttledCount == times.count)
        #expect(partition.lanes.read.throttledCount == 0)
    }

    @Test mutating func `a clock that is set back begins the time of refusals anew`() {
        var answers: [Bool] = []
        for time in [100, 40, 50, 60, 70, 80, 90, 99, 100] as [Double] {
            answers.append(partition.noteRefusal(.write, after: 60, at: .after(time)))
        }

        // 100 - 40 = 60.
        #expect(answers == [Bool](repeating: false, count: 8) + [true])
    }
}

// What is told of the throughput of a table.

import ApusModel
import Testing

@testable import ApusThroughput

struct ThroughputReportTests {
    @Test func `a report tells what was used, admitted, refused and is left`() throws {
        let throughput = TableThroughput(of: .cats(.provisioned(2, 1)), at: .newYear)
        for _ in 0..<3 { try throughput.admit(.init(100.5, of: .table, at: .at(1)), for: .write, .newYear) }
        for _ in 0..<4 { _ = throughput.refusal(of: [.init(1, of: .table, at: .at(1))], .newYear) }
        try throughput.admit(.init(0.5, of: .table, at: .at(1)), for: .read, .newYear)

        let lanes = throughput.report(at: .after(10)).members[0].lanes

        // 300 - 3 * 100.5 + 10 = 8.5, and 600 - 0.5 + 20 is more than the burst of 600.
        #expect((lanes.write.consumedUnits, lanes.write.levelUnits) == (301.5, 8.5))
        #expect((lanes.write.admittedCount, lanes.write.unitsPerSecond) == (3, 1))
        #expect(lanes.write.throttledCounts == [.provisioned: 4])
        #expect((lanes.read.consumedUnits, lanes.read.levelUnits) == (0.5, 600))
        #expect((lanes.read.admittedCount, lanes.read.unitsPerSecond) == (1, 2))
        #expect(lanes.read.throttledCounts.isEmpty)
    }

    @Test func `the table comes first, then its indexes by their ids`() {
        let indexes = [
            IndexDefinition.global(9, "byAge", .onDemand()), .global(2, "byBoss", .provisioned(3, 4)),
        ]

        let report = TableThroughput(of: .cats(.onDemand(), indexes: indexes), at: .newYear).report(at: .newYear)

        #expect(report.members.map(\.indexName) == [nil, "byBoss", "byAge"])
        #expect(report.members.map(\.isOnDemand) == [true, false, true])
        #expect(report.members.map(\.lanes.read.unitsPerSecond) == [12_000, 3, 12_000])
        #expect(report.members.map(\.lanes.write.unitsPerSecond) == [4_000, 4, 4_000])
    }

    @Test(
        arguments: [
            (.onDemand(), 4_000, 4_000), (.onDemand(warm: 90_000), 40_000, 40_000),
            // 300 * 7 = 2,100; 300 * 100 is more than the 4,000 that are there at once.
            (.onDemand(maximum: OnDemandMaximum(writeUnits: 7)), 7, 2_100),
            (.onDemand(maximum: OnDemandMaximum(writeUnits: 100)), 100, 4_000),
            (.onDemand(maximum: OnDemandMaximum(writeUnits: 9_000)), 4_000, 4_000),
        ] as [(ThroughputSettings, Int, Double)]
    )
    func `what may be used for long is the least of all limits`(settings: ThroughputSettings, rate: Int, level: Double)
    {
        let lane = TableThroughput(of: .cats(settings), at: .newYear).report(at: .newYear).members[0].lanes.write

        #expect(lane.unitsPerSecond == rate)
        #expect(lane.levelUnits == level)
    }

    @Test func `partitions tell their figures, and their hottest keys first`() {
        let throughput = TableThroughput(of: .cats(.provisioned(1, 2_000)), at: .newYear)
        for (hash, units) in [(1, 30), (2, 50), (3, 20), (0x8000_0000, 1_100)] as [(UInt32, Double)] {
            throughput.charge(.init(units, of: .table, at: .at(hash)), for: .write, .newYear)
        }
        for _ in 0..<3 { _ = throughput.refusal(of: [.init(1, of: .table, at: .at(0x9000_0000))], .newYear) }

        let partitions = throughput.report(at: .newYear).members[0].partitions

        #expect(partitions.map(\.lowerBound) == [[], [0x80, 0, 0, 0]])
        #expect(partitions.map(\.id) == [0, 1])
        let lanes = partitions.map(\.lanes.write)
        // 1,000 - 30 - 50 - 20, and 1,000 - 1,100.
        #expect(lanes.map(\.levelUnits) == [900, -100])
        #expect(lanes.map(\.consumedUnits) == [100, 1_100])
        #expect(lanes.map(\.throttledCount) == [0, 3])
        #expect(lanes[0].hottestKeys.map(\.key) == [2, 1, 3].map(KeyPlace.bytes))
        #expect(lanes[0].hottestKeys.map(\.units) == [50, 30, 20])
        #expect(partitions.allSatisfy { $0.lanes.read.hottestKeys.isEmpty })
    }

    @Test func `a report changes nothing`() {
        let throughput = TableThroughput(of: .cats(.onDemand(warm: 100)), at: .newYear)
        throughput.charge(.init(150, of: .table, at: .at(1)), for: .write, .newYear)

        // Twice the peak of 150, as of half an hour later, in a report from there and not in one from before.
        #expect(throughput.report(at: .after(1_800)).members[0].lanes.write.unitsPerSecond == 300)
        #expect(throughput.report(at: .after(1_799)).members[0].lanes.write.unitsPerSecond == 100)
    }

    @Test func `before a table is followed there is nothing to tell`() {
        let report = TableThroughput().report(at: .newYear)

        #expect(report.members.isEmpty)
        #expect(report.isEnforced)
    }
}

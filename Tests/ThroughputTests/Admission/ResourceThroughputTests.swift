// What one table or index may use, and how that changes.

import ApusModel
import Testing

@testable import ApusThroughput

struct ResourceThroughputTests {
    // MARK: What there is at first

    @Test(
        arguments: [
            (.provisioned(2, 5), 600, 1_500), (.provisioned(0, 1), 0, 300), (.onDemand(), 12_000, 4_000),
            (.onDemand(warm: 20_000), 20_000, 20_000),
            // The quota of a table is 40,000.
            (.onDemand(warm: 90_000), 40_000, 40_000),
            // 300 * 3 of a maximum of 3, and 4,000 of the table where 300 * 100 would be more.
            (.onDemand(maximum: OnDemandMaximum(readUnits: 3, writeUnits: 100)), 900, 4_000),
        ] as [(ThroughputSettings, Int, Int)]
    )
    func `a new table begins with all of its burst`(settings: ThroughputSettings, reads: Int, writes: Int) {
        let throughput = ResourceThroughput(settings, at: .newYear)

        #expect(throughput.roomUnits(for: .read, .newYear) == Double(reads))
        #expect(throughput.roomUnits(for: .write, .newYear) == Double(writes))
        #expect(throughput.roomUnits(for: .write, .after(1e6)) == Double(writes))
    }

    @Test func `a table may begin with less of its burst`() {
        var rules = ThroughputRules()
        rules.initialBurstSeconds = 2
        let throughput = ResourceThroughput(.provisioned(1, 5), sizeBytes: 0, rules: rules, at: .newYear)

        // 2 * 5, and 5 more each second.
        #expect(throughput.roomUnits(for: .write, .newYear) == 10)
        #expect(throughput.roomUnits(for: .write, .after(3)) == 25)
        #expect(throughput.roomUnits(for: .write, .after(1e6)) == 1_500)
    }

    @Test func `what partitions, on-demand tables and quotas serve may be kept for longer`() {
        var rules = ThroughputRules()
        rules.shortBurstSeconds = 3
        var throughput = ResourceThroughput(.onDemand(warm: 100), sizeBytes: 0, rules: rules, at: .newYear)

        // 3 * 100 at once. 150 in a second make it 300 half an hour later, for 3 s: 900.
        #expect(throughput.roomUnits(for: .write, .newYear) == 300)
        throughput.take(150_000, .write, at: .at(1), .newYear)
        _ = throughput.room(for: .write, .after(1_800))
        #expect(throughput.roomUnits(for: .write, .after(1_900)) == 900)
        #expect(throughput.lanes.write.quota?.bound == 120_000_000)
        #expect(throughput.partitions.partitions[0].lanes.read.bucket.bound == 9_000_000)
    }

    @Test(
        arguments: [
            (.provisioned(1, 1), 0, 1), (.provisioned(3_001, 1), 0, 2), (.onDemand(), 0, 4),
            // What it is warm for counts: 20,000 writes. And 25 GiB are three times 10 begun.
            (.onDemand(warm: 20_000), 0, 20), (.provisioned(1, 1), 26_843_545_600, 3),
        ] as [(ThroughputSettings, Int, Int)]
    )
    func `a table begins with the partitions it is warm for`(settings: ThroughputSettings, bytes: Int, count: Int) {
        let throughput = ResourceThroughput(settings, sizeBytes: bytes, rules: ThroughputRules(), at: .newYear)

        #expect(throughput.partitions.partitions.count == count)
    }

    // MARK: Changes

    // Emptied at first. 1 a second brings 20 until 20 s, then 10 a second, up to 300 * 10.
    @Test(
        arguments: [
            (0, 0), (19.999, 19.999), (20, 20), (21, 30), (120, 1_020), (317.9, 2_999), (318, 3_000), (1e6, 3_000),
        ] as [(Double, Double)],
        [true, false]
    )
    func `a raise takes effect at its time, noticed or not`(moment: (Double, Double), isNoticed: Bool) {
        var throughput = ResourceThroughput(.provisioned(1, 1), at: .newYear)
        throughput.take(300_000, .write, at: .at(1), .newYear)

        throughput.change(to: .provisioned(1, 10), at: .after(20), sizeBytes: 0, now: .newYear)
        if isNoticed, moment.0 > 20 { _ = throughput.obstacle(to: .write, at: .at(1), .after(20)) }

        #expect(throughput.roomUnits(for: .write, .after(moment.0)) == moment.1)
    }

    // Full with 300 * 10 until 20 s, from then on 300 * 1. Of those 250 are taken at 30 s, and 1 a second comes in.
    @Test func `a decrease takes effect at its time, and cuts the burst`() {
        var throughput = ResourceThroughput(.provisioned(1, 10), at: .newYear)

        throughput.change(to: .provisioned(1, 1), at: .after(20), sizeBytes: 0, now: .newYear)

        #expect(throughput.roomUnits(for: .write, .after(19.999)) == 3_000)
        #expect(throughput.roomUnits(for: .write, .after(20)) == 300)
        throughput.take(250_000, .write, at: .at(1), .after(30))
        #expect(throughput.roomUnits(for: .write, .after(40)) == 60)
    }

    @Test func `a change whose time has come takes effect at once, and not before it was asked for`() {
        var throughput = ResourceThroughput(.provisioned(1, 1), at: .newYear)
        throughput.take(300_000, .write, at: .at(1), .newYear)

        throughput.change(to: .provisioned(1, 10), at: .after(50), sizeBytes: 0, now: .after(100))

        // 100 * 1 until it was asked for, then 10 a second.
        #expect(throughput.roomUnits(for: .write, .after(100)) == 100)
        #expect(throughput.roomUnits(for: .write, .after(101)) == 110)
    }

    @Test func `the same settings once more change neither the time nor what is left`() {
        var throughput = ResourceThroughput(.provisioned(1, 1), at: .newYear)
        throughput.take(300_000, .write, at: .at(1), .newYear)
        throughput.change(to: .provisioned(1, 10), at: .after(20), sizeBytes: 0, now: .newYear)

        throughput.change(to: .provisioned(1, 10), at: .after(90), sizeBytes: 0, now: .after(10))

        #expect(throughput.roomUnits(for: .write, .after(21)) == 30)
    }

    @Test func `figures and partitions survive a change`() {
        var throughput = ResourceThroughput(.provisioned(1, 4_000), at: .newYear)
        throughput.take(7_000, .write, at: .at(1), .newYear)
        throughput.countAdmitted(.write)
        throughput.noteRefusal(.provisioned, of: .write, at: .at(1), .newYear)

        throughput.change(to: .onDemand(), at: .newYear, sizeBytes: 0, now: .newYear)

        let lane = throughput.lanes.write
        #expect((lane.consumed, lane.admittedCount) == (7_000, 1))
        #expect(lane.throttledCounts == [.provisioned: 1])
        #expect(throughput.partitions.partitions.count == 4)
        #expect(throughput.partitions.partitions[0].lanes.write.consumed == 7_000)
    }

    @Test func `a raise of what a table is warm for adds partitions when it takes effect`() {
        var throughput = ResourceThroughput(.onDemand(), at: .newYear)

        throughput.change(to: .onDemand(warm: 9_000), at: .after(60), sizeBytes: 0, now: .newYear)
        #expect(throughput.partitions.partitions.count == 4)

        // 9,000 writes are nine times 1,000. What is there stays, and 9,000 a second come in.
        #expect(throughput.roomUnits(for: .write, .after(60)) == 4_000)
        #expect(throughput.roomUnits(for: .write, .after(60.1)) == 4_900)
        #expect(throughput.roomUnits(for: .write, .after(61)) == 9_000)
        _ = throughput.room(for: .write, .after(60))
        #expect(throughput.partitions.partitions.count == 9)
    }

    // MARK: Billing modes

    @Test func `a table that goes on-demand serves what it is warm for from then on`() {
        var throughput = ResourceThroughput(.provisioned(1, 1), at: .newYear)
        throughput.take(400_000, .write, at: .at(1), .newYear)

        throughput.change(to: .onDemand(), at: .after(30), sizeBytes: 0, now: .newYear)

        #expect(throughput.obstacle(toWriteAt: 2, .after(29.999)) == .provisioned)
        #expect(!throughput.isOnDemand)
        #expect(throughput.obstacle(toWriteAt: 2, .after(30)) == nil)
        _ = throughput.room(for: .write, .after(30))
        #expect(throughput.isOnDemand)
        #expect(throughput.roomUnits(for: .write, .after(30)) == 4_000)
        throughput.take(4_000_000, .write, at: .at(0xFFFF_FFFF), .after(30))
        #expect(throughput.obstacle(toWriteAt: 2, .after(30)) == .keyRange)
    }

    @Test func `a table that is provisioned again begins with its burst`() {
        var throughput = ResourceThroughput(.onDemand(maximum: OnDemandMaximum(writeUnits: 1)), at: .newYear)
        throughput.take(400_000, .write, at: .at(1), .newYear)
        #expect(throughput.obstacle(toWriteAt: 1, .newYear) == .onDemandMaximum)

        throughput.change(to: .provisioned(1, 5), at: .after(30), sizeBytes: 0, now: .newYear)

        #expect(throughput.roomUnits(for: .write, .after(30)) == 1_500)
        throughput.take(1_500_000, .write, at: .at(1), .after(30))
        #expect(throughput.obstacle(toWriteAt: 1, .after(30)) == .provisioned)
    }

    @Test func `a maximum that stays keeps what is left of it, another begins anew`() {
        let settings = ThroughputSettings.onDemand(maximum: OnDemandMaximum(readUnits: 1, writeUnits: 1))
        var throughput = ResourceThroughput(settings, at: .newYear)
        for direction in ThrottlingReason.Direction.allCases {
            throughput.take(250_000, direction, at: .at(1), .newYear)
        }

        let changed = ThroughputSettings.onDemand(maximum: OnDemandMaximum(readUnits: 1, writeUnits: 2))
        throughput.change(to: changed, at: .newYear, sizeBytes: 0, now: .newYear)

        // 300 - 250, and 300 * 2.
        #expect(throughput.roomUnits(for: .read, .newYear) == 50)
        #expect(throughput.roomUnits(for: .write, .newYear) == 600)
    }

    // MARK: On-demand growth

    // 150 within the first second: from 1,800 s on 300 are served. By then 100 are there, and 0.3 come in each ms.
    @Test(
        arguments: [(0, -50), (1, 50), (1_799.999, 100), (1_800, 100), (1_800.1, 130), (1_801, 300), (1e6, 300)]
            as [(Double, Double)]
    )
    func `an on-demand table serves twice its peak after half an hour`(seconds: Double, units: Double) {
        var throughput = ResourceThroughput(.onDemand(warm: 100), at: .newYear)
        throughput.take(150_000, .write, at: .at(1), .newYear)

        if seconds >= 1_800 { _ = throughput.room(for: .write, .after(1_800)) }

        #expect(throughput.roomUnits(for: .write, .after(seconds)) == units)
        #expect(throughput.roomUnits(for: .read, .after(seconds)) == 100)
    }

    @Test func `a small peak leaves what a table is warm for`() {
        var throughput = ResourceThroughput(.onDemand(warm: 100), at: .newYear)
        throughput.take(40_000, .write, at: .at(1), .newYear)

        #expect(throughput.roomUnits(for: .write, .after(9_000)) == 100)
    }

    @Test func `growth brings partitions along`() {
        var throughput = ResourceThroughput(.onDemand(warm: 1_000), at: .newYear)
        throughput.take(1_300_000, .write, at: .at(1), .newYear)

        // 2 * 1,300 = 2,600 writes are three partitions'.
        _ = throughput.room(for: .write, .after(1_800))

        #expect(throughput.partitions.partitions.count == 3)
    }

    @Test func `another maximum takes nothing of what has grown`() {
        var throughput = ResourceThroughput(.onDemand(warm: 100), at: .newYear)
        throughput.take(150_000, .write, at: .at(1), .newYear)
        _ = throughput.room(for: .write, .after(1_800))

        let changed = ThroughputSettings.onDemand(warm: 100, maximum: OnDemandMaximum(writeUnits: 200))
        throughput.change(to: changed, at: .after(2_000), sizeBytes: 0, now: .after(2_000))

        #expect(throughput.roomUnits(for: .write, .after(2_000)) == 300)
        #expect(throughput.lanes.write.bucket.rate == 300)
    }

    @Test func `a table that is on-demand once more serves twice its former peak`() {
        var throughput = ResourceThroughput(.onDemand(warm: 100), at: .newYear)
        throughput.take(150_000, .write, at: .at(1), .newYear)
        _ = throughput.room(for: .write, .after(1_800))
        throughput.change(to: .provisioned(1, 1), at: .after(2_000), sizeBytes: 0, now: .after(2_000))

        throughput.change(to: .onDemand(warm: 100), at: .after(3_000), sizeBytes: 0, now: .after(3_000))

        #expect(throughput.lanes.write.bucket.rate == 300)
        #expect(throughput.roomUnits(for: .write, .after(3_001)) == 300)
    }

    // MARK: Refusals

    @Test func `what is short first is told, and a partition last`() {
        let maximum = OnDemandMaximum(writeUnits: 1)
        var throughput = ResourceThroughput(.onDemand(warm: 50_000, maximum: maximum), at: .newYear)

        throughput.take(1_000_000, .write, at: .at(1), .newYear)
        #expect(throughput.obstacle(toWriteAt: 1, .newYear) == .onDemandMaximum)
        // -700 of the maximum is paid back after 700 s. Then the quota of 40,000 a second is short, then the partition.
        throughput.take(100_000, .write, at: .at(1), .after(900))
        throughput.take(39_900_000, .write, at: .at(1), .after(900))
        throughput.change(to: .onDemand(warm: 50_000), at: .after(900), sizeBytes: 0, now: .after(900))
        #expect(throughput.obstacle(toWriteAt: 1, .after(900)) == .accountLimit)
        #expect(throughput.obstacle(toWriteAt: 1, .after(902)) == .keyRange)
        #expect(throughput.obstacle(toWriteAt: 0x8000_0000, .after(902)) == nil)
    }

    @Test func `a table that is short heats no partition`() {
        var throughput = ResourceThroughput(.onDemand(warm: 100), at: .newYear)
        for second in 0...300 {
            throughput.take(100_000, .write, at: .at(1), .after(Double(second)))
            throughput.noteRefusal(.keyRange, of: .write, at: .at(1), .after(Double(second)))
        }

        // 100 of the 1,000 of the partition.
        #expect(throughput.lanes.write.throttledCounts == [.keyRange: 301])
        #expect(throughput.partitions.partitions.count == 1)
        #expect(throughput.partitions.partitions[0].lanes.write.throttledCount == 0)
    }
}

extension ResourceThroughput {
    fileprivate init(_ settings: ThroughputSettings, at now: Timestamp) {
        self.init(settings, sizeBytes: 0, rules: ThroughputRules(), at: now)
    }

    /// The room at a point in time, which is not noticed by that.
    fileprivate func roomUnits(for direction: ThrottlingReason.Direction, _ now: Timestamp) -> Double {
        var copy = self
        return Double(copy.room(for: direction, now)) / Double(TokenBucket.thousandths)
    }

    fileprivate func obstacle(toWriteAt hash: UInt32, _ now: Timestamp) -> ThrottlingReason.Cause? {
        var copy = self
        return copy.obstacle(to: .write, at: .at(hash), now)
    }
}

// How the throughput of a table follows its definition.

import ApusModel
import Testing

@testable import ApusThroughput

struct TableThroughputFollowingTests {
    // Emptied at first, then 1 a second until 20 s. A raise to 10 brings 10 a second from then on.
    @Test(arguments: [(0, 0, 1), (19, 19, 1), (20, 20, 10), (21, 30, 10), (30, 120, 10)] as [(Double, Double, Int)])
    func `a raise takes effect when the table is no longer UPDATING`(seconds: Double, level: Double, rate: Int) {
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1)), at: .newYear)
        throughput.charge(TableThroughput.Charge(300, of: .table, at: .at(1)), for: .write, .newYear)

        throughput.follow(.cats(.provisioned(1, 10), updatedTime: .after(20)), at: .newYear)

        #expect(throughput.writeLevel(at: .after(seconds)) == level)
        #expect(throughput.report(at: .after(seconds)).members[0].lanes.write.unitsPerSecond == rate)
    }

    // 300 * 10 until 20 s, then 300 * 1.
    @Test(arguments: [(0, 3_000, 10), (19.999, 3_000, 10), (20, 300, 1), (400, 300, 1)] as [(Double, Double, Int)])
    func `a decrease takes effect when the table is no longer UPDATING`(seconds: Double, level: Double, rate: Int) {
        let throughput = TableThroughput(of: .cats(.provisioned(1, 10)), at: .newYear)

        throughput.follow(.cats(.provisioned(1, 1), updatedTime: .after(20)), at: .newYear)

        #expect(throughput.writeLevel(at: .after(seconds)) == level)
        #expect(throughput.report(at: .after(seconds)).members[0].lanes.write.unitsPerSecond == rate)
    }

    @Test func `the error is that of the billing mode at the time`() {
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1)), at: .newYear)
        throughput.charge(TableThroughput.Charge(5_000, of: .table, at: .at(1)), for: .write, .newYear)
        throughput.follow(.cats(.onDemand(), updatedTime: .after(1)), at: .newYear)

        let codes = [0.5, 1].map { throughput.refusal(of: [.one], .after($0))?.code }

        #expect(codes == [.provisionedThroughputExceeded, .throttling])
    }

    @Test func `an index follows its own time`() {
        let raised = IndexDefinition.global(1, "byBoss", .provisioned(1, 10), updatedTime: .after(30))
        let index = IndexDefinition.global(1, "byBoss", .provisioned(1, 1))
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1), indexes: [index]), at: .newYear)

        throughput.follow(.cats(.provisioned(1, 10), indexes: [raised], updatedTime: .after(20)), at: .newYear)

        let rates = [19, 20, 29, 30].map { (seconds: Double) in
            throughput.report(at: .after(seconds)).members.map(\.lanes.write.unitsPerSecond)
        }
        #expect(rates == [[1, 1], [10, 1], [10, 1], [10, 10]])
    }

    @Test func `indexes come and go`() {
        let byBoss = IndexDefinition.global(1, "byBoss", .provisioned(1, 1))
        let byAge = IndexDefinition.global(2, "byAge", .provisioned(1, 2))
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1), indexes: [byBoss]), at: .newYear)
        throughput.charge(TableThroughput.Charge(100, of: .index(1), at: .at(1)), for: .write, .newYear)

        throughput.follow(.cats(.provisioned(1, 1), indexes: [byBoss, byAge]), at: .newYear)
        #expect(throughput.report(at: .newYear).indexLevels == ["byBoss": 200, "byAge": 600])

        var going = byBoss
        going.phase = .deleting
        throughput.follow(.cats(.provisioned(1, 1), indexes: [going, byAge]), at: .newYear)
        #expect(throughput.report(at: .newYear).indexLevels == ["byAge": 600])
    }

    @Test func `an index that takes over an id begins anew`() {
        let byBoss = IndexDefinition.global(1, "byBoss", .provisioned(1, 1))
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1), indexes: [byBoss]), at: .newYear)
        throughput.charge(TableThroughput.Charge(100, of: .index(1), at: .at(1)), for: .write, .newYear)

        let byAge = IndexDefinition.global(1, "byAge", .provisioned(1, 1))
        throughput.follow(.cats(.provisioned(1, 1), indexes: [byAge]), at: .newYear)

        #expect(throughput.report(at: .newYear).indexLevels == ["byAge": 300])
    }

    @Test func `a local index has no throughput of its own`() {
        var byName = IndexDefinition.global(1, "byName", .provisioned(1, 1))
        byName.throughput = nil

        let throughput = TableThroughput(of: .cats(.provisioned(1, 1), indexes: [byName]), at: .newYear)

        #expect(throughput.report(at: .newYear).members.map(\.indexName) == [nil])
    }

    @Test func `a tag takes effect at once and keeps what is left`() {
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1)), at: .newYear)
        throughput.charge(TableThroughput.Charge(300, of: .table, at: .at(1)), for: .write, .newYear)
        #expect(throughput.refusal(of: [.one], .newYear) != nil)

        let tag = Tag(key: TableDefinition.throughputTag, value: "unlimited")
        throughput.follow(.cats(.provisioned(1, 1), tags: [tag]), at: .newYear)
        #expect(throughput.refusal(of: [.one], .newYear) == nil)

        throughput.follow(.cats(.provisioned(1, 1)), at: .newYear)
        #expect(throughput.refusal(of: [.one], .newYear) != nil)
        #expect(throughput.writeLevel(at: .newYear) == -1)
    }

    @Test func `the size of what is there makes partitions`() {
        let throughput = TableThroughput()
        let index = IndexDefinition.global(1, "byBoss", .provisioned(1, 1))
        let gibibytes: [TableThroughput.Resource: Int] = [.table: 35, .index(1): 11]

        throughput.follow(
            .cats(.provisioned(1, 1), indexes: [index]),
            arn: TableThroughput.arn,
            sizeBytes: { gibibytes[$0]! << 30 },
            at: .newYear
        )

        // 35 are four times 10 GiB begun, 11 are two.
        #expect(throughput.report(at: .newYear).members.map(\.partitions.count) == [4, 2])
    }
}

extension TableThroughput.Charge {
    fileprivate static let one = TableThroughput.Charge(1, of: .table, at: .at(1))
}

extension ThroughputReport {
    /// What is left for writes to each index.
    fileprivate var indexLevels: [String: Double] {
        Dictionary(uniqueKeysWithValues: members.dropFirst().map { ($0.indexName!, $0.lanes.write.levelUnits) })
    }
}

// How the partitions of a table divide its keys.

import ApusModel
import Testing

@testable import ApusThroughput

struct TableThroughputPartitionsTests {
    @Test func `a table without a definition yet has all hashes in one partition`() {
        let throughput = TableThroughput()

        #expect(throughput.partitionCount == 1)
        #expect(throughput.partitionHashes == [0])
    }

    @Test func `provisioned throughput tells how many partitions there are, and with which hashes they begin`() {
        let units = ThroughputUnits(readUnits: 1, writeUnits: 4_000)
        let throughput = TableThroughput(of: .cats(ThroughputSettings(provisioned: units)), at: .newYear)

        #expect(throughput.partitionCount == 4)
        #expect(throughput.partitionHashes == [0, 1 << 30, 1 << 31, 3 << 30])
    }

    @Test func `partitions that divide the items of one hash count as one`() {
        let units = ThroughputUnits(readUnits: 40_000, writeUnits: 40_000)
        let throughput = TableThroughput(of: .cats(ThroughputSettings(provisioned: units)), at: .newYear)
        let count = throughput.partitionCount
        let key: [UInt8] = [0x12, 0x34, 0x56, 0x78, 1, 2, 3]
        let charge = TableThroughput.Charge(3_000, of: .table, at: KeyPlace(key, KeyForm(prefixLength: 0)))

        // A key that is hot for long gets a partition of its own, between two bounds with one hash.
        var now = Timestamp.newYear
        while throughput.partitionCount == count, now < Timestamp.newYear.advanced(by: .seconds(3_600)) {
            _ = throughput.refusal(of: [charge], now)
            now = now.advanced(by: .milliseconds(500))
        }

        #expect(throughput.partitionCount == count + 2)
        let hashes = throughput.partitionHashes
        #expect(hashes.count == count + 1)
        #expect(hashes.contains(0x1234_5678))
        #expect(hashes == hashes.sorted())
    }
}

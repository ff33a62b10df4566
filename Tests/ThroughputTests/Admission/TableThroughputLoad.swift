// Loads of 1,000 requests, with the figures of what is admitted of them.

import ApusModel
import Testing

@testable import ApusThroughput

/// 1,000 equal requests at a steady pace, and how many of them find room.
struct TableThroughputLoad: Sendable, CustomTestStringConvertible {
    /// One of the requests.
    struct Request: Sendable {
        let title: String
        var direction = ThrottlingReason.Direction.write
        /// What it takes of the table and of the index; nil where it does not draw on one of them.
        var tableUnits: Double?
        var indexUnits: Double?
        /// The keys of the requests in the table, one after another and then again. In the index, all have one key.
        var hashes: [UInt32] = [1]
    }

    static let count = 1_000

    let request: Request
    let table: ThroughputSettings
    var index: ThroughputSettings?
    var rules = ThroughputRules()
    /// From each request to the next.
    let milliseconds: Int
    let admitted: Int
    /// Why all others are refused.
    let reason: ThrottlingReason?

    var testDescription: String { "\(request.title), \(milliseconds) ms apart, admitting \(admitted)" }

    static let all = writes + reads + indexes + partitions + onDemand + maxima

    // MARK: Provisioned throughput

    private static let writes = [
        // The burst is 300. Each takes 3 while anything is there: the 100th finds 300 - 99 * 3 = 3.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 1),
            milliseconds: 0,
            admitted: 100,
            reason: .tableWriteProvisionedThroughputExceeded
        ),
        // Request k finds 300 - 2k until k = 149 finds 2: 150. Then k = 151 finds 1, is admitted and leaves -2, as does
        // every third after it, to k = 997: 283. In all 433 = (300 + 999) / 3.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 1),
            milliseconds: 1_000,
            admitted: 433,
            reason: .tableWriteProvisionedThroughputExceeded
        ),
        // Request k finds 300 - 2.9k until k = 103 finds 1.3: 104, and leaves -1.7. k = 121 finds 0.1 and leaves -2.9,
        // as does every 30th after it, to k = 991: 30. In all 134; 3 * 134 = 402 = 300 + 99.9 + 2.1 owed.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 1),
            milliseconds: 100,
            admitted: 134,
            reason: .tableWriteProvisionedThroughputExceeded
        ),
        // Request k finds 2,700 - 2.91k until k = 927 finds 2.43: 928, and leaves -0.57. k = 934 finds 0.06, k = 967
        // finds 0.03 and leaves -2.97. In all 930; 2,790 = 2,700 + 9 * 9.99 + 0.09 owed.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 9),
            milliseconds: 10,
            admitted: 930,
            reason: .tableWriteProvisionedThroughputExceeded
        ),
        // Request k finds 3,000 - 2.9k, so the last finds 102.9.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 10),
            milliseconds: 10,
            admitted: 1_000,
            reason: nil
        ),
        // No burst goes beyond the 1,000 that a partition serves: the 334th finds 1,000 - 333 * 3 = 1.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 10),
            milliseconds: 0,
            admitted: 334,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
        // What comes in each second is what each takes.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 3),
            milliseconds: 1_000,
            admitted: 1_000,
            reason: nil
        ),
    ]

    private static let reads = [
        // 3 KB are 1 unit: the 300th finds 1.
        TableThroughputLoad(
            request: .consistentGet,
            table: .provisioned(1, 1),
            milliseconds: 0,
            admitted: 300,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        // Request k finds 300 - 0.9k until k = 333 finds 0.3: 334, and leaves -0.7. k = 341 finds 0.1 and leaves -0.9,
        // as does every 10th after it, to k = 991: 66. In all 400 = 300 + 99.9 + 0.1 owed.
        TableThroughputLoad(
            request: .consistentGet,
            table: .provisioned(1, 1),
            milliseconds: 100,
            admitted: 400,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        // Half a unit: the 600th finds 0.5.
        TableThroughputLoad(
            request: .get,
            table: .provisioned(1, 1),
            milliseconds: 0,
            admitted: 600,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        // Request k finds 300 - 0.4k until k = 749 finds 0.4: 750, and leaves 0. k = 751 finds 0.1 and leaves -0.4, as
        // does every fifth after it, to k = 996: 50. In all 800, twice as many as of consistent ones.
        TableThroughputLoad(
            request: .get,
            table: .provisioned(1, 1),
            milliseconds: 100,
            admitted: 800,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        // 9 KB are 3 units, as a put of 3 KB.
        TableThroughputLoad(
            request: .largeGet,
            table: .provisioned(1, 1),
            milliseconds: 1_000,
            admitted: 433,
            reason: .tableReadProvisionedThroughputExceeded
        ),
    ]

    private static let indexes = [
        // The index has what the table had in the first cases; the table, with 100 * 300, is never short.
        TableThroughputLoad(
            request: .indexedPut,
            table: .provisioned(1, 100),
            index: .provisioned(1, 1),
            milliseconds: 0,
            admitted: 100,
            reason: .indexWriteProvisionedThroughputExceeded
        ),
        // As of a table of 1 WCU.
        TableThroughputLoad(
            request: .indexedPut,
            table: .provisioned(1, 100),
            index: .provisioned(1, 1),
            milliseconds: 1_000,
            admitted: 433,
            reason: .indexWriteProvisionedThroughputExceeded
        ),
        // The table is short first: it has 1 * 300, the index 100 * 300.
        TableThroughputLoad(
            request: .indexedPut,
            table: .provisioned(1, 1),
            index: .provisioned(1, 100),
            milliseconds: 0,
            admitted: 100,
            reason: .tableWriteProvisionedThroughputExceeded
        ),
        // An entry of up to 1 KB takes 1 unit: the 300th finds 1.
        TableThroughputLoad(
            request: .sparselyIndexedPut,
            table: .provisioned(1, 100),
            index: .provisioned(1, 1),
            milliseconds: 0,
            admitted: 300,
            reason: .indexWriteProvisionedThroughputExceeded
        ),
        // 2 * 300 = 600, and reads of an index take nothing of the table.
        TableThroughputLoad(
            request: .indexRead,
            table: .provisioned(1, 1),
            index: .provisioned(2, 1),
            milliseconds: 0,
            admitted: 600,
            reason: .indexReadProvisionedThroughputExceeded
        ),
    ]

    // MARK: Partitions

    private static let partitions = [
        // The table has 40,000 * 300, but the partition of the one key 1,000: the 334th finds 1,000 - 333 * 3 = 1.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 40_000),
            milliseconds: 0,
            admitted: 334,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
        // A unit comes in each millisecond. Request k finds 1,000 - 2k until k = 499 finds 2: 500. Then k = 501 finds 1
        // and leaves -2, as does every third after it, to k = 999: 167. In all 667; 2,001 = 1,000 + 999 + 2 owed.
        TableThroughputLoad(
            request: .put,
            table: .provisioned(1, 40_000),
            milliseconds: 1,
            admitted: 667,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
        // 4,000 units make four partitions; 250 puts take 750 of the 1,000 of each.
        TableThroughputLoad(
            request: .spreadPut,
            table: .provisioned(1, 4_000),
            milliseconds: 0,
            admitted: 1_000,
            reason: nil
        ),
        // 10 units each, of the 3,000 of the one partition.
        TableThroughputLoad(
            request: .hugeGet,
            table: .provisioned(40_000, 1),
            milliseconds: 0,
            admitted: 300,
            reason: .tableReadKeyRangeThroughputExceeded
        ),
        // The table is written all over, but all entries have one key: as of one partition.
        TableThroughputLoad(
            request: .spreadIndexedPut,
            table: .provisioned(1, 40_000),
            index: .provisioned(1, 40_000),
            milliseconds: 0,
            admitted: 334,
            reason: .indexWriteKeyRangeThroughputExceeded
        ),
    ]

    // MARK: On-demand throughput

    private static let onDemand = [
        // A new table serves 4,000 a second from four partitions: 250 puts take 750 of the 1,000 of each.
        TableThroughputLoad(
            request: .spreadPut,
            table: .onDemand(),
            milliseconds: 0,
            admitted: 1_000,
            reason: nil
        ),
        // Past the peak: each takes 30, and the 134th finds 4,000 - 133 * 30 = 10.
        TableThroughputLoad(
            request: .largePut,
            table: .onDemand(),
            rules: .onePartition,
            milliseconds: 0,
            admitted: 134,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
        // 4 come in each millisecond. Request k finds 4,000 - 26k until k = 153 finds 22: 154, and leaves -8. k = 156
        // finds 4 and leaves -26, k = 163 finds 2 and leaves -28, k = 171 finds 4 again: two in each 15, 57 from 156 on
        // and 56 from 163 on. In all 267; 267 * 30 = 8,010 = 4,000 + 999 * 4 + 14 owed.
        TableThroughputLoad(
            request: .largePut,
            table: .onDemand(),
            rules: .onePartition,
            milliseconds: 1,
            admitted: 267,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
        // Warm for 50,000, it meets the quota of 40,000 of a table: the 134th finds 40,000 - 133 * 300 = 100.
        TableThroughputLoad(
            request: .hugePut,
            table: .onDemand(warm: 50_000),
            rules: .onePartition,
            milliseconds: 0,
            admitted: 134,
            reason: .tableWriteAccountLimitExceeded
        ),
        // A hot key has 1,000 a second here too.
        TableThroughputLoad(
            request: .put,
            table: .onDemand(),
            milliseconds: 0,
            admitted: 334,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
    ]

    private static let maxima = [
        // A maximum has a burst of 300 s, as what is provisioned.
        TableThroughputLoad(
            request: .put,
            table: .onDemand(maximum: OnDemandMaximum(writeUnits: 1)),
            milliseconds: 0,
            admitted: 100,
            reason: .tableWriteMaxOnDemandThroughputExceeded
        ),
        // As of a table of 1 WCU.
        TableThroughputLoad(
            request: .put,
            table: .onDemand(maximum: OnDemandMaximum(writeUnits: 1)),
            milliseconds: 1_000,
            admitted: 433,
            reason: .tableWriteMaxOnDemandThroughputExceeded
        ),
        // A maximum of reads is none of writes.
        TableThroughputLoad(
            request: .spreadPut,
            table: .onDemand(maximum: OnDemandMaximum(readUnits: 1)),
            milliseconds: 0,
            admitted: 1_000,
            reason: nil
        ),
        // As of a table of 1 RCU.
        TableThroughputLoad(
            request: .get,
            table: .onDemand(maximum: OnDemandMaximum(readUnits: 1)),
            milliseconds: 100,
            admitted: 800,
            reason: .tableReadMaxOnDemandThroughputExceeded
        ),
        // The index has a maximum, its table has none.
        TableThroughputLoad(
            request: .indexedPut,
            table: .onDemand(),
            index: .onDemand(maximum: OnDemandMaximum(writeUnits: 1)),
            milliseconds: 0,
            admitted: 100,
            reason: .indexWriteMaxOnDemandThroughputExceeded
        ),
        // A maximum of more than the table serves leaves it at that: as past its peak.
        TableThroughputLoad(
            request: .largePut,
            table: .onDemand(maximum: OnDemandMaximum(writeUnits: 9_000)),
            rules: .onePartition,
            milliseconds: 0,
            admitted: 134,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
    ]
}

extension TableThroughputLoad.Request {
    fileprivate static let put = Self(title: "puts of 3 KB", tableUnits: writeUnits(3))
    fileprivate static let largePut = Self(title: "puts of 30 KB", tableUnits: writeUnits(30))
    fileprivate static let hugePut = Self(title: "puts of 300 KB", tableUnits: writeUnits(300))
    fileprivate static let spreadPut = Self(title: "puts of 3 KB all over", tableUnits: writeUnits(3), hashes: quarters)
    fileprivate static let indexedPut = Self(
        title: "puts of 3 KB, indexed whole",
        tableUnits: writeUnits(3),
        indexUnits: writeUnits(3)
    )
    fileprivate static let sparselyIndexedPut = Self(
        title: "puts of 3 KB, indexed in 1 KB",
        tableUnits: writeUnits(3),
        indexUnits: writeUnits(1)
    )
    fileprivate static let spreadIndexedPut = Self(
        title: "puts of 3 KB all over, indexed under one key",
        tableUnits: writeUnits(3),
        indexUnits: writeUnits(3),
        hashes: quarters
    )
    fileprivate static let get = Self(
        title: "gets of 3 KB",
        direction: .read,
        tableUnits: CapacityUnits.reading(bytes: 3_072, isConsistent: false)
    )
    fileprivate static let consistentGet = Self(
        title: "consistent gets of 3 KB",
        direction: .read,
        tableUnits: CapacityUnits.reading(bytes: 3_072, isConsistent: true)
    )
    fileprivate static let largeGet = Self(
        title: "consistent gets of 9 KB",
        direction: .read,
        tableUnits: CapacityUnits.reading(bytes: 9_216, isConsistent: true)
    )
    fileprivate static let hugeGet = Self(
        title: "consistent gets of 40 KB",
        direction: .read,
        tableUnits: CapacityUnits.reading(bytes: 40_960, isConsistent: true)
    )
    fileprivate static let indexRead = Self(title: "reads of an index", direction: .read, indexUnits: 1)

    private static let quarters: [UInt32] = [0, 0x4000_0000, 0x8000_0000, 0xC000_0000]

    private static func writeUnits(_ kilobytes: Int) -> Double {
        CapacityUnits.writing(bytes: kilobytes * 1_024)
    }
}

extension ThroughputRules {
    /// Rules by which partitions are in nobody's way.
    fileprivate static let onePartition = {
        var rules = ThroughputRules()
        rules.partitionWriteUnits = 50_000
        return rules
    }()
}

// How partitions divide the keys, and how they split.

import ApusModel
import Testing

@testable import ApusThroughput

struct PartitionMapTests {
    private var map = PartitionMap(rules: ThroughputRules(), at: .newYear)

    @Test(
        arguments: [
            (0, 0, 0, 1), (1, 1, 0, 1), (3_000, 1_000, 0, 1), (3_001, 1, 0, 2), (1, 1_001, 0, 2),
            // 12,000 / 3,000 = 4,000 / 1,000 = 4.
            (12_000, 4_000, 0, 4), (12_000, 4_001, 0, 5), (40_000, 40_000, 0, 40),
            // 10 GiB are one partition's, a byte more is two's.
            (1, 1, 10_737_418_240, 1), (1, 1, 10_737_418_241, 2), (1, 3_000, 53_687_091_200, 5),
            (1, 10_000_000, 0, 1_024),
        ]
    )
    func `throughput and size ask for partitions`(reads: Int, writes: Int, bytes: Int, count: Int) {
        let units = ThroughputUnits(readUnits: reads, writeUnits: writes)

        #expect(PartitionMap.count(for: units, sizeBytes: bytes, rules: ThroughputRules()) == count)
    }

    @Test(
        arguments: [
            (0, [0]), (1, [0]), (2, [0, 0x8000_0000]), (3, [0, 0x4000_0000, 0x8000_0000]),
            (4, [0, 0x4000_0000, 0x8000_0000, 0xC000_0000]),
            (5, [0, 0x2000_0000, 0x4000_0000, 0x8000_0000, 0xC000_0000]),
        ] as [(Int, [UInt32])]
    )
    mutating func `the widest partitions are divided first`(count: Int, starts: [UInt32]) {
        map.grow(to: count, at: .newYear)

        #expect(map.starts == [[]] + starts.dropFirst().map(KeyPlace.bytes))
        #expect(Set(map.partitions.map(\.id)) == Set(0..<starts.count))
    }

    @Test mutating func `partitions only become more, up to a limit`() {
        map.grow(to: 2_000, at: .newYear)
        map.grow(to: 3, at: .newYear)

        #expect(map.partitions.count == 1_024)
        #expect(map.starts == (0..<1_024).map { $0 == 0 ? [] : KeyPlace.bytes($0 << 22) })
    }

    @Test(
        arguments: [
            (0, 0), (0x3FFF_FFFF, 0), (0x4000_0000, 1), (0x7FFF_FFFF, 1), (0x8000_0000, 2), (0xBFFF_FFFF, 2),
            (0xC000_0000, 3), (0xFFFF_FFFF, 3),
        ] as [(UInt32, Int)]
    )
    mutating func `a key belongs to the partition that begins at it or before`(hash: UInt32, position: Int) {
        map.grow(to: 4, at: .newYear)

        #expect(map.position(of: .at(hash)) == position)
        #expect(map.position(of: .at(hash, [1, 2, 3])) == position)
    }

    @Test mutating func `a partition is not split before it was hot for a minute`() {
        map.heat([1: 100])

        map.refuse(from: 0, through: 59)
        #expect(map.partitions.count == 1)

        map.refuse(from: 60, through: 60)
        #expect(map.partitions.count == 3)
    }

    @Test mutating func `a pause of more than ten seconds begins the minute anew`() {
        map.heat([1: 100])

        map.refuse(from: 0, through: 50)
        map.refuse(from: 61, through: 120)
        #expect(map.partitions.count == 1)

        map.refuse(from: 121, through: 121)
        #expect(map.partitions.count == 3)
    }

    @Test mutating func `the minute begins anew after a split`() {
        map.heat([1: 100, 2: 100, 3: 100, 4: 100])

        map.refuse(from: 0, through: 60)
        #expect(map.starts == [[], KeyPlace.bytes(3)])
        map.refuse(from: 61, through: 120)
        #expect(map.partitions.count == 2)
    }

    // Half of the heat is enough: 50 of 100.
    @Test(arguments: [[5: 100], [5: 50, 6: 30, 7: 20], [5: 60, 1: 40]] as [[UInt32: Int]])
    mutating func `a key with most of the heat gets a partition of its own`(heat: [UInt32: Int]) {
        map.heat(heat)

        map.refuse(from: 0, through: 60, hash: 5)

        #expect(map.starts == [[], KeyPlace.bytes(5), KeyPlace.bytes(6)])
        #expect(map.partitions.map(\.id) == [0, 2, 1])
        // What the key has used stays behind, and its own partition begins full.
        #expect(map.partitions[1].lanes.write.bucket.level(at: .after(60)) == 1_000_000)
        #expect(map.partitions[1].lanes.write.heat.totalAmount == heat[5]! * 1_000)
        #expect(map.partitions[1].lanes.write.consumed == 0)
    }

    @Test mutating func `a key that has a partition of its own is divided no further`() {
        map.heat([5: 100])
        map.refuse(from: 0, through: 60, hash: 5)

        map.refuse(from: 61, through: 300, hash: 5)

        #expect(map.starts == [[], KeyPlace.bytes(5), KeyPlace.bytes(6)])
    }

    @Test mutating func `the last of all keys ends with the keys`() {
        map.heat([.max: 100])

        map.refuse(from: 0, through: 60, hash: .max)

        #expect(map.starts == [[], KeyPlace.bytes(.max)])
    }

    @Test(
        arguments: [
            // 10 keys of 100: five of them, 1 to 5, have the half of 1,000.
            (Dictionary(uniqueKeysWithValues: (1...10).map { ($0, 100) }), 6),
            // 40 + 30 = 70 of 110 are the first to reach 55.
            ([1: 40, 2: 30, 3: 40], 3),
            // 10 + 20 + 30 = 60 of 110 are the first to reach 55.
            ([1: 10, 2: 20, 3: 30, 4: 50], 4),
        ] as [([UInt32: Int], UInt32)]
    )
    mutating func `heat that many keys share is halved`(heat: [UInt32: Int], bound: UInt32) {
        map.heat(heat)

        map.refuse(from: 0, through: 60)

        #expect(map.starts == [[], KeyPlace.bytes(bound)])
        let lower = heat.filter { $0.key < bound }.values.reduce(0, +)
        let upper = heat.filter { $0.key >= bound }.values.reduce(0, +)
        #expect(map.partitions.map(\.lanes.write.heat.totalAmount) == [lower * 1_000, upper * 1_000])
    }

    @Test mutating func `reads and writes heat by themselves, and either splits`() {
        map.take(100, .read, at: .at(9), .newYear)
        map.heat([5: 100])

        for second in 0...60 { map.noteRefusal(at: 0, .read, .after(Double(second))) }

        #expect(map.starts == [[], KeyPlace.bytes(9), KeyPlace.bytes(10)])
        #expect(map.partitions.map(\.lanes.write.heat.totalAmount) == [100_000, 0, 0])
    }

    @Test mutating func `an item collection may be divided`() {
        for item in 1...4 as ClosedRange<UInt8> { map.take(100, .write, at: .at(5, [item]), .newYear) }

        map.refuse(from: 0, through: 60, hash: 5)

        #expect(map.starts == [[], KeyPlace.bytes(5) + [3]])
    }

    // So it is with tables that have local indexes: their keys are told up to the end of the partition key.
    @Test mutating func `keys with an end are never divided behind it`() {
        for item in 1...4 as ClosedRange<UInt8> { map.take(100, .write, at: .inCollection(5, [item]), .newYear) }

        map.refuse(from: 0, through: 300, hash: 5)

        #expect(map.starts == [[], KeyPlace.bytes(5), KeyPlace.bytes(6)])
        #expect(Set((0...255).map { map.position(of: .inCollection(5, [$0])) }) == [1])
    }

    @Test mutating func `a full map splits no more`() {
        map.grow(to: 1_024, at: .newYear)
        map.heat([5: 100])

        map.refuse(from: 0, through: 300, hash: 5)

        #expect(map.partitions.count == 1_024)
    }
}

extension PartitionMap {
    fileprivate var starts: [[UInt8]] { partitions.map(\.lowerBound) }

    /// Writes so many units to keys.
    fileprivate mutating func heat(_ units: [UInt32: Int]) {
        for (hash, units) in units { take(units * 1_000, .write, at: .at(hash), .newYear) }
    }

    /// Refuses a write to a key in each of these seconds.
    fileprivate mutating func refuse(from first: Int, through last: Int, hash: UInt32 = 0) {
        for second in first...last { noteRefusal(at: position(of: .at(hash)), .write, .after(Double(second))) }
    }
}

// How far pages go, and what they are charged.

import ApusModel
import Testing

@testable import ApusThroughput

struct PageAllowanceTests {
    private static let blockBytes = 4_096

    @Test(
        arguments: [
            (0, 0, false), (0, 299.5, false), (0, 300, true), (0, 301, true), (290, 9.5, false), (290, 10, true),
        ]
            as [(Double, Double, Bool)]
    )
    func `a page goes on while the table has anything left`(used: Double, units: Double, isUsedUp: Bool) throws {
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1)), at: .newYear)
        throughput.charge(.reading(used, at: .at(1)), for: .read, .newYear)

        var allowance = try throughput.pageAllowance(.newYear)
        allowance.note(1, bytes: 1)

        // 300 are there at first.
        #expect(allowance.isUsedUp(by: units, isConsistent: true) == isUsedUp)
    }

    // Of 12,000 units there are four partitions of 3,000. In the first 10 are left: 10 blocks, or 20 if stale ones do.
    @Test(
        arguments: [
            (9, true, false), (10, true, true), (19, false, false), (20, false, true),
        ]
    )
    func `a page goes on while its partition has anything left`(blocks: Int, isConsistent: Bool, isUsedUp: Bool) throws
    {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        throughput.charge(.reading(2_990, at: .at(1)), for: .read, .newYear)

        var allowance = try throughput.pageAllowance(.newYear)
        for item in 0..<blocks { allowance.note(UInt32(item), bytes: Self.blockBytes) }

        let units = CapacityUnits.reading(blocks: blocks, isConsistent: isConsistent)
        #expect(allowance.isUsedUp(by: units, isConsistent: isConsistent) == isUsedUp)
    }

    @Test func `what was read of other partitions is none of the last one's`() throws {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        throughput.charge(.reading(2_990, at: .at(0x4000_0000)), for: .read, .newYear)

        var allowance = try throughput.pageAllowance(.newYear)
        allowance.note(1, bytes: 100 * Self.blockBytes)
        allowance.note(0x4000_0000, bytes: 9 * Self.blockBytes)

        // 109 units in all, but 9 of the 10 that are left.
        #expect(!allowance.isUsedUp(by: 109, isConsistent: true))
        allowance.note(0x4000_0001, bytes: 1)
        #expect(allowance.isUsedUp(by: 110, isConsistent: true))
    }

    @Test func `a page is over once it comes to a partition with nothing left`() throws {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        throughput.charge(.reading(3_000, at: .at(0x4000_0000)), for: .read, .newYear)

        var allowance = try throughput.pageAllowance(.newYear)
        allowance.note(1, bytes: 10)
        #expect(!allowance.isUsedUp(by: 0.5, isConsistent: false))

        allowance.note(0x4000_0000, bytes: 10)
        #expect(allowance.isUsedUp(by: 0.5, isConsistent: false))
    }

    @Test func `a page does not go on into a partition with nothing left, but may begin there`() throws {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        throughput.charge(.reading(3_000, at: .at(0x4000_0000)), for: .read, .newYear)
        var allowance = try throughput.pageAllowance(.newYear)

        #expect(allowance.hasDryParts)
        #expect(allowance.allows(0x4000_0000))
        allowance.note(1, bytes: 10)
        #expect(allowance.allows(2))
        #expect(!allowance.allows(0x4000_0000))
        #expect(allowance.allows(0x8000_0000))
    }

    @Test func `what others have used up meanwhile refuses the page, what it has come to does not`() throws {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        let charges = [TableThroughput.Charge]([.reading(1, at: .at(1)), .reading(1, at: .at(0x4000_0000))])

        throughput.charge(.reading(3_000, at: .at(0x4000_0000)), for: .read, .newYear)
        #expect(throws: Never.self) { try throughput.admitPage(charges, .newYear) }
        throughput.charge(.reading(3_000, at: .at(1)), for: .read, .newYear)
        #expect(throws: ServiceError.self) { try throughput.admitPage(charges, .newYear) }
    }

    // 8 units for 4,000 bytes: one for each 500.
    @Test(
        arguments: [
            ([(0, 4_000)], [8]), ([(0, 1_000), (1, 3_000)], [8]),
            ([(0, 3_000), (0x4000_0000, 1_000)], [6, 2]),
            // Backwards, and past a partition in which there is nothing.
            ([(0xC000_0000, 250), (0x4000_0000, 3_500), (0, 250)], [0.5, 7, 0.5]),
        ] as [([(UInt32, Int)], [Double])]
    )
    func `each partition is charged its part of what was read`(items: [(UInt32, Int)], units: [Double]) throws {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        var allowance = try throughput.pageAllowance(.newYear)
        for (hash, bytes) in items { allowance.note(hash, bytes: bytes) }

        let charges = allowance.charges(8, of: .table, startingAt: .at(0xFFFF_FFFF))

        #expect(charges.map(\.amount) == units.map { Int($0 * 1_000) })
        #expect(charges[0].place.key == KeyPlace.bytes(items[0].0))
        #expect(charges.allSatisfy { $0.resource == .table })
    }

    @Test func `a page without items is charged where it begins`() throws {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        let allowance = try throughput.pageAllowance(.newYear)

        let charges = allowance.charges(0.5, of: .index(3), startingAt: .at(7))

        #expect(charges.map(\.amount) == [500])
        #expect(charges.map(\.place.key) == [KeyPlace.bytes(7)])
        #expect(charges.map(\.resource) == [.index(3)])
    }

    @Test func `a page is refused where there is nothing for its first item`() {
        let throughput = TableThroughput(of: .cats(.provisioned(12_000, 1)), at: .newYear)
        throughput.charge(.reading(3_000, at: .at(1)), for: .read, .newYear)

        let expected = ServiceError.throttled(
            .tableReadKeyRangeThroughputExceeded,
            of: TableThroughput.arn,
            isOnDemand: false
        )
        #expect(throws: expected) { try throughput.pageAllowance(.newYear) }
        #expect(throws: Never.self) { try throughput.pageAllowance(startingAt: .at(0x4000_0000), .newYear) }
    }

    @Test func `a page of an index draws on the index`() throws {
        let index = IndexDefinition.global(1, "byBoss", .provisioned(2, 1))
        let throughput = TableThroughput(of: .cats(.provisioned(1, 1), indexes: [index]), at: .newYear)

        let allowance = try throughput.pageAllowance(of: .index(1), .newYear)

        // 2 * 300.
        #expect(!allowance.isUsedUp(by: 599.5, isConsistent: false))
        #expect(allowance.isUsedUp(by: 600, isConsistent: false))
        throughput.charge(TableThroughput.Charge(600, of: .index(1), at: .at(1)), for: .read, .newYear)
        let expected = ServiceError.throttled(
            .indexReadProvisionedThroughputExceeded,
            of: TableThroughput.arn + "/index/byBoss",
            isOnDemand: false
        )
        #expect(throws: expected) { try throughput.pageAllowance(of: .index(1), .newYear) }
    }

    @Test func `a page goes on for ever where throughput is not enforced, or its index is gone`() throws {
        var rules = ThroughputRules()
        rules.isEnforced = false
        let unlimited = TableThroughput(of: .cats(.provisioned(1, 1)), rules: rules, at: .newYear)
        unlimited.charge(.reading(1_000, at: .at(1)), for: .read, .newYear)
        let enforced = TableThroughput(of: .cats(.provisioned(1, 1)), at: .newYear)

        var allowances = [try unlimited.pageAllowance(.newYear), try enforced.pageAllowance(of: .index(1), .newYear)]
        for position in allowances.indices { allowances[position].note(1, bytes: 1 << 30) }

        #expect(allowances.map { $0.isUsedUp(by: 1e9, isConsistent: true) } == [false, false])
        #expect(allowances[0].charges(8, of: .table, startingAt: .at(7)).map(\.place.key) == [KeyPlace.bytes(1)])
    }
}

extension TableThroughput {
    fileprivate func pageAllowance(
        of resource: Resource = .table,
        startingAt start: KeyPlace = .at(1),
        _ now: Timestamp
    ) throws(ServiceError) -> PageAllowance {
        try pageAllowance(
            of: resource,
            startingAt: start,
            within: (least: .at(0), greatest: nil),
            form: KeyForm(prefixLength: KeyPlace.prefix.count),
            now
        )
    }
}

extension PageAllowance {
    fileprivate func allows(_ hash: UInt32) -> Bool {
        (KeyPlace.prefix + KeyPlace.bytes(hash)).withUnsafeBytes { allows($0) }
    }

    /// Notes an item by the hash that its key is.
    fileprivate mutating func note(_ hash: UInt32, bytes: Int) {
        (KeyPlace.prefix + KeyPlace.bytes(hash)).withUnsafeBytes { note($0, bytes: bytes) }
    }
}

extension TableThroughput.Charge {
    fileprivate static func reading(_ units: Double, at place: KeyPlace) -> TableThroughput.Charge {
        TableThroughput.Charge(units, of: .table, at: place)
    }
}

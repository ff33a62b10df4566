// What a table and its indexes admit, and what they refuse.

import ApusModel
import Testing

@testable import ApusThroughput

struct TableThroughputTests {
    private static let byBoss: UInt8 = 1

    @Test(arguments: TableThroughputLoad.all)
    func `of 1,000 requests burst and elapsed time are admitted, exactly`(load: TableThroughputLoad) {
        let clock = ManualClock(.newYear)
        let throughput = Self.throughput(load.table, index: load.index, rules: load.rules, at: clock.now)

        var refusals: [ServiceError] = []
        for number in 0..<TableThroughputLoad.count {
            let charges = Self.charges(of: load.request, number)
            if let refusal = throughput.refusal(of: charges, for: load.request.direction, clock.now) {
                refusals.append(refusal)
            }
            clock.advance(by: .milliseconds(load.milliseconds))
        }

        #expect(TableThroughputLoad.count - refusals.count == load.admitted)
        let arn = load.reason?.isOfIndex == true ? TableThroughput.arn + "/index/byBoss" : TableThroughput.arn
        let isOnDemand = load.table.provisioned == nil
        let expected = load.reason.map { ServiceError.throttled($0, of: arn, isOnDemand: isOnDemand) }
        #expect(refusals.allSatisfy { $0 == expected })
        #expect(refusals.isEmpty == (expected == nil))
    }

    @Test func `where one charge finds no room, none is taken`() {
        let throughput = Self.throughput(.provisioned(1, 10), index: .provisioned(1, 1), at: .newYear)
        let charges = [Self.charge(5), Self.charge(300, of: .index(Self.byBoss))]
        #expect(throughput.refusal(of: charges, .newYear) == nil)

        let refusal = throughput.refusal(of: charges, .newYear)

        // The table has 3,000 - 5, the index 300 - 300.
        #expect(refusal?.throttling.map(\.reason) == [.indexWriteProvisionedThroughputExceeded])
        let lanes = throughput.report(at: .newYear).members.map(\.lanes.write)
        #expect(lanes.map(\.levelUnits) == [2_995, 0])
        #expect(lanes.map(\.consumedUnits) == [5, 300])
        #expect(lanes.map(\.admittedCount) == [1, 1])
        #expect(lanes.map { $0.throttledCounts.values.reduce(0, +) } == [0, 1])
    }

    @Test func `charges of one request may overdraw together, and all of it is owed`() {
        let throughput = Self.throughput(.provisioned(1, 1), at: .newYear)

        let refusal = throughput.refusal(of: [Self.charge(200), Self.charge(200), Self.charge(200)], .newYear)

        // 300 - 600 = -300, which is paid back after 300 s.
        #expect(refusal == nil)
        #expect(throughput.writeLevel(at: .newYear) == -300)
        #expect(throughput.refusal(of: [Self.charge(1)], .after(300)) != nil)
        #expect(throughput.refusal(of: [Self.charge(1)], .after(300.001)) == nil)
    }

    @Test func `one charge is admitted as several are`() throws {
        let throughput = Self.throughput(.provisioned(1, 1), at: .newYear)

        try throughput.admit(Self.charge(301), for: .write, .newYear)

        #expect(throughput.writeLevel(at: .newYear) == -1)
        let expected = ServiceError.throttled(
            .tableWriteProvisionedThroughputExceeded,
            of: TableThroughput.arn,
            isOnDemand: false
        )
        #expect(throws: expected) { try throughput.admit(Self.charge(0.5), for: .write, .after(1)) }
        #expect(throughput.writeLevel(at: .after(1)) == 0)
    }

    @Test func `asking for room takes none`() throws {
        let throughput = Self.throughput(.provisioned(1, 1), at: .newYear)

        for _ in 0..<1_000 { try throughput.requireRoom(for: .write, of: .table, at: .at(1), .newYear) }

        #expect(throughput.writeLevel(at: .newYear) == 300)
        throughput.charge(Self.charge(300), for: .write, .newYear)
        let expected = ServiceError.throttled(
            .tableWriteProvisionedThroughputExceeded,
            of: TableThroughput.arn,
            isOnDemand: false
        )
        #expect(throws: expected) { try throughput.requireRoom(for: .write, of: .table, at: .at(1), .newYear) }
        #expect(throws: Never.self) { try throughput.requireRoom(for: .read, of: .table, at: .at(1), .newYear) }
    }

    @Test func `what has been done is charged, whether or not there is room`() {
        let throughput = Self.throughput(.provisioned(1, 1), at: .newYear)

        for _ in 0..<4 { throughput.charge(Self.charge(100), for: .write, .newYear) }

        #expect(throughput.writeLevel(at: .newYear) == -100)
        #expect(throughput.report(at: .newYear).members[0].lanes.write.consumedUnits == 400)
    }

    @Test func `a clock that is set back takes nothing away, and gives nothing twice`() {
        let throughput = Self.throughput(.provisioned(1, 1), at: .newYear)
        throughput.charge(Self.charge(290), for: .write, .after(100))

        // 300 - 290 = 10 at 100 s; 0 after another 10 taken at 40 s, and 1 a second from 100 s on.
        #expect(throughput.writeLevel(at: .after(40)) == 10)
        throughput.charge(Self.charge(10), for: .write, .after(40))
        #expect(throughput.refusal(of: [Self.charge(1)], .after(40)) != nil)
        #expect(throughput.writeLevel(at: .after(100)) == 0)
        #expect(throughput.writeLevel(at: .after(105)) == 5)
    }

    @Test func `an index that is gone takes nothing and refuses nothing`() {
        let throughput = Self.throughput(.provisioned(1, 1), at: .newYear)

        #expect(throughput.refusal(of: [Self.charge(1_000, of: .index(9))], .newYear) == nil)
        #expect(throughput.refusal(of: [Self.charge(1_000, of: .index(9))], .newYear) == nil)
        #expect(throughput.writeLevel(at: .newYear) == 300)
    }

    @Test(
        arguments: [
            (true, nil, true), (false, nil, false), (false, "enforced", true), (true, "unlimited", false),
            (true, "Unlimited", true), (false, "", false),
        ] as [(Bool, String?, Bool)]
    )
    func `a tag of the table comes before what the server does`(isServer: Bool, tag: String?, isEnforced: Bool) {
        var rules = ThroughputRules()
        rules.isEnforced = isServer
        let tags = tag.map { [Tag(key: "team", value: "unlimited"), Tag(key: "apus:throughput", value: $0)] } ?? []
        let definition = TableDefinition.cats(.provisioned(1, 1), tags: tags)
        let throughput = TableThroughput(of: definition, rules: rules, at: .newYear)

        let admitted = (0..<1_000).count { _ in throughput.refusal(of: [Self.charge(3)], .newYear) == nil }

        #expect(admitted == (isEnforced ? 100 : 1_000))
        // Figures are kept either way.
        #expect(throughput.report(at: .newYear).isEnforced == isEnforced)
        #expect(throughput.report(at: .newYear).members[0].lanes.write.consumedUnits == Double(admitted) * 3)
    }

    @Test func `a hot key is isolated, and what shared its partition is served again`() {
        let clock = ManualClock(.newYear)
        let throughput = Self.throughput(.onDemand(), at: clock.now)
        let (hot, cold) = (KeyPlace.at(5), KeyPlace.at(6))

        // Each 100 ms, 100 units come in; the hot key asks for 50 units so long until there is nothing left.
        var coldRefusals: [Int] = []
        for tick in 0..<700 {
            while throughput.refusal(of: [Self.charge(50, at: hot)], clock.now) == nil {}
            if throughput.refusal(of: [Self.charge(1, at: cold)], clock.now) != nil { coldRefusals.append(tick) }
            clock.advance(by: .milliseconds(100))
        }

        // The first refusal is at once; the one after 60 s, in tick 600, splits. Until then the cold key has no room.
        #expect(coldRefusals == Array(0..<600))
        let partitions = throughput.report(at: clock.now).members[0].partitions
        #expect(partitions.map(\.lowerBound).prefix(3) == [[], KeyPlace.bytes(5), KeyPlace.bytes(6)])
        #expect(partitions.count == 6)
    }

    // MARK: Samples

    private static func throughput(
        _ table: ThroughputSettings,
        index: ThroughputSettings? = nil,
        rules: ThroughputRules = ThroughputRules(),
        at now: Timestamp
    ) -> TableThroughput {
        let indexes = index.map { [IndexDefinition.global(byBoss, "byBoss", $0)] } ?? []
        return TableThroughput(of: .cats(table, indexes: indexes), rules: rules, at: now)
    }

    private static func charges(of request: TableThroughputLoad.Request, _ number: Int) -> [TableThroughput.Charge] {
        let place = KeyPlace.at(request.hashes[number % request.hashes.count])
        let table = request.tableUnits.map { charge($0, at: place) }
        let index = request.indexUnits.map { charge($0, of: .index(byBoss)) }
        return [table, index].compactMap(\.self)
    }

    private static func charge(
        _ units: Double,
        of resource: TableThroughput.Resource = .table,
        at place: KeyPlace = .at(1)
    ) -> TableThroughput.Charge {
        TableThroughput.Charge(units, of: resource, at: place)
    }
}

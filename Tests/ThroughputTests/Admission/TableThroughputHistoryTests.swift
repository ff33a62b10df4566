// Seeded histories of charges, held against a plain model.

import ApusModel
import Testing

@testable import ApusThroughput

struct TableThroughputHistoryTests {
    private static let steps = 400
    /// The most that one charge takes, in thousandths of a unit, and the most charges of one step.
    private static let mostAmount = 12_000
    private static let mostCharges = 3

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `charges at any times are admitted as by the plain model`(seed: UInt64) {
        let chance = SeededChance(seed: seed)
        let clock = ManualClock(.newYear)
        let throughput = Self.throughput(at: clock.now)
        var model = PlainThroughput()

        for step in 0..<Self.steps {
            // Short and long pauses, and often none.
            let pause = Int(chance.next() % [1, 1, 30, 400, 1_500].randomElement(by: chance))
            clock.advance(by: .milliseconds(pause))
            model.wait(milliseconds: pause)

            let charges = Self.charges(by: chance)
            let isExpected = model.hasRoom(for: charges)
            if chance.next() % 10 == 0 {
                for charge in charges { throughput.charge(charge.charge, for: .write, clock.now) }
                model.take(charges, isAdmitted: false)
            } else {
                let isAdmitted = throughput.refusal(of: charges.map(\.charge), clock.now) == nil
                #expect(isAdmitted == isExpected, "APUS_SEED=\(seed), step \(step)")
                if isExpected { model.take(charges, isAdmitted: true) }
            }
        }

        #expect(throughput.levels(at: clock.now) == model.levels, "APUS_SEED=\(seed)")
        // No more than was there and came in, and one overdraft.
        let overdraft = Self.mostAmount * Self.mostCharges
        for bucket in model.buckets.values.joined() {
            #expect(bucket.admitted < bucket.offered + overdraft, "APUS_SEED=\(seed)")
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `the same history is decided the same way`(seed: UInt64) {
        let runs = (0..<2).map { _ in
            let chance = SeededChance(seed: seed)
            let clock = ManualClock(.newYear)
            // Partitions split here, after a second.
            let throughput = Self.throughput(splitSeconds: 1, at: clock.now)
            let refusals = (0..<Self.steps).map { _ in
                clock.advance(by: .milliseconds(Int(chance.next() % 100)))
                return throughput.refusal(of: Self.charges(by: chance).map(\.charge), clock.now)
            }
            let bounds = throughput.report(at: clock.now).members.map { $0.partitions.map(\.lowerBound) }
            return (refusals: refusals, bounds: bounds)
        }

        #expect(runs[0].refusals == runs[1].refusals, "APUS_SEED=\(seed)")
        #expect(runs[0].bounds == runs[1].bounds, "APUS_SEED=\(seed)")
        #expect(runs[0].refusals.contains(nil))
        #expect(runs[0].bounds[0].count > 4)
    }

    private static func throughput(splitSeconds: Int = 1_000_000, at now: Timestamp) -> TableThroughput {
        var rules = ThroughputRules()
        rules.burstSeconds = PlainThroughput.burstSeconds
        rules.partitionWriteUnits = PlainThroughput.partitionUnits
        rules.splitSeconds = splitSeconds
        let index = IndexDefinition.global(1, "byBoss", .provisioned(1, 2 * PlainThroughput.partitionUnits))
        let table = TableDefinition.cats(.provisioned(1, 4 * PlainThroughput.partitionUnits), indexes: [index])
        return TableThroughput(of: table, rules: rules, at: now)
    }

    /// Mostly of few keys, so that some are hot.
    private static func charges(by chance: SeededChance) -> [PlainCharge] {
        (0...Int(chance.next() % UInt64(mostCharges))).map { _ in
            let key = UInt32(truncatingIfNeeded: chance.next())
            return PlainCharge(
                resource: chance.next() % 3 == 0 ? .index(1) : .table,
                hash: chance.next() % 2 == 0 ? key : key & 0xC000_0000,
                amount: Int(chance.next() % UInt64(mostAmount)) + 1
            )
        }
    }
}

extension [UInt64] {
    fileprivate func randomElement(by chance: SeededChance) -> UInt64 {
        self[Int(chance.next() % UInt64(count))]
    }
}

extension TableThroughput {
    /// What is left of the table and of the index, and of the partitions of each, in units.
    fileprivate func levels(at now: Timestamp) -> [[Double]] {
        report(at: now).members.map { member in
            [member.lanes.write.levelUnits] + member.partitions.map(\.lanes.write.levelUnits)
        }
    }
}

extension PlainThroughput {
    fileprivate var levels: [[Double]] {
        [TableThroughput.Resource.table, .index(1)].map { buckets[$0]!.map { Double($0.level) / 1_000 } }
    }
}

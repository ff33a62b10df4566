// Which keys count as hot.

import ApusModel
import Testing

@testable import ApusThroughput

struct KeyHeatTests {
    @Test func `the units used on a key add up`() {
        var heat = KeyHeat()
        for (key, amount) in [(1, 500), (2, 3_000), (1, 2_000)] { heat.note(amount, at: .at(UInt32(key)), .newYear) }

        #expect(heat.amounts == [1: 2_500, 2: 3_000])
        #expect(heat.totalAmount == 5_500)
    }

    @Test func `a seventeenth key takes the place and the count of the coolest`() {
        var heat = KeyHeat()
        // 16 keys with 101 to 116.
        for key in 1...16 { heat.note(100 + key, at: .at(UInt32(key)), .newYear) }

        heat.note(7, at: .at(17), .newYear)

        // The first key had 101: 101 + 7 = 108. In all: 16 * 100 + 136 + 7 = 1,743.
        #expect(heat.entries.count == KeyHeat.capacity)
        #expect(heat.amounts[1] == nil)
        #expect(heat.amounts[17] == 108)
        #expect(heat.totalAmount == 1_743)
    }

    // 80 halves to 40, 20, 10, 5 and 2 after as many minutes.
    @Test(
        arguments: [(0, 80), (59.999, 80), (60, 40), (119, 40), (120, 20), (180, 10), (300, 2), (6e6, 0)]
            as [(Double, Int)]
    )
    func `counts halve every minute`(seconds: Double, amount: Int) {
        var heat = KeyHeat()
        heat.note(80, at: .at(1), .newYear)

        heat.note(1_000, at: .at(2), .after(seconds))

        #expect(heat.amounts == [1: amount, 2: 1_000])
        #expect(heat.totalAmount == amount + 1_000)
    }

    @Test func `minutes go on from the last whole one`() {
        var heat = KeyHeat()
        for seconds in [0, 90, 119, 120] as [Double] { heat.note(80, at: .at(1), .after(seconds)) }

        // 80; 40 + 80 = 120 after 90 s; 200 after 119 s; 100 + 80 after 120 s.
        #expect(heat.amounts == [1: 180])
    }

    @Test func `a clock that is set back halves nothing`() {
        var heat = KeyHeat()
        heat.note(80, at: .at(1), .after(600))

        heat.note(20, at: .at(1), .newYear)

        #expect(heat.amounts == [1: 100])
    }

    @Test func `heat divides at a key, which belongs to the upper part`() {
        var heat = KeyHeat()
        for key in 1...4 { heat.note(key * 10, at: .at(UInt32(key)), .newYear) }

        let (lower, upper) = heat.divided(at: KeyPlace.bytes(3))

        #expect(lower.amounts == [1: 10, 2: 20])
        #expect(lower.totalAmount == 30)
        #expect(upper.amounts == [3: 30, 4: 40])
        #expect(upper.totalAmount == 70)
    }

    @Test func `a part goes on counting its keys`() {
        var heat = KeyHeat()
        for key in 1...4 { heat.note(key * 10, at: .at(UInt32(key)), .newYear) }
        var (_, upper) = heat.divided(at: KeyPlace.bytes(3))

        upper.note(8, at: .at(4), .after(60))

        // 40 / 2 + 8 and 30 / 2: the minute is still that of the whole.
        #expect(upper.amounts == [3: 15, 4: 28])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `no count is too low, and no key with a sixteenth of the heat is missing`(seed: UInt64) {
        let chance = SeededChance(seed: seed)
        var heat = KeyHeat()
        var plain: [UInt32: Int] = [:]
        for _ in 0..<2_000 {
            // The minimum of two makes low keys hot.
            let key = UInt32(min(chance.next() % 60, chance.next() % 60))
            let amount = Int(chance.next() % 5_000) + 1
            plain[key, default: 0] += amount
            heat.note(amount, at: .at(key), .newYear)
        }

        let total = plain.values.reduce(0, +)
        #expect(heat.totalAmount == total)
        #expect(heat.entries.count == KeyHeat.capacity)
        for (key, amount) in heat.amounts { #expect(amount >= plain[key]!, "APUS_SEED=\(seed), key \(key)") }
        for (key, amount) in plain where amount * KeyHeat.capacity > total {
            #expect(heat.amounts[key] != nil, "APUS_SEED=\(seed), key \(key)")
        }
    }
}

extension KeyHeat {
    /// The counts by the hash that a key is.
    fileprivate var amounts: [UInt32: Int] {
        let pairs = entries.map { ($0.place.key.reduce(0) { $0 << 8 | UInt32($1) }, $0.amount) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

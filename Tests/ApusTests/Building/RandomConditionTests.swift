// Random conditions on random items: what is built says to the server what it was meant to say.

import Apus
import ApusModel
import Testing

@Suite struct RandomConditionTests {
    private static let seeds: [UInt64] = [1, .random(in: 0...UInt64.max)]

    @Test(arguments: seeds)
    func `the server accepts the items that a condition is meant for`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        var counts = [true: 0, false: 0]
        for _ in 0..<500 {
            let meant = MeantCondition.random(depth: 4, using: &chance)
            let expressions = try RequestExpressions(condition: meant.condition)
            let reading = try ServiceReading(expressions)
            for _ in 0..<10 {
                let item = RandomItem.item(using: &chance)
                let holds = meant.holds(item)

                #expect(reading.accepts(item) == holds, "\(expressions) for \(item)")

                counts[holds, default: 0] += 1
            }
        }
        // Were nearly all accepted, or nearly none, little would be shown.
        #expect(counts.values.min() ?? 0 > 500)
    }
}

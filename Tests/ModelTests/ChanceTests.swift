// Random numbers that can be brought back.

import Testing

@testable import ApusModel

struct ChanceTests {
    @Test func `the numbers of a seed are those of SplitMix64`() {
        let chance = SeededChance(seed: 1_234_567)

        let numbers = (0..<5).map { _ in chance.next() }

        // The generator's published test vector.
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        )
    }

    @Test func `a seed brings back the same ids, and another seed others`() {
        let ids = [1, 1, 2].map { SeededChance(seed: $0).uniqueID() }

        #expect(ids[0] == ids[1])
        #expect(ids[0] != ids[2])
    }

    @Test func `an id has the form of a UUID of version 4`() {
        let chance = SeededChance(seed: 7)

        for _ in 0..<200 {
            let id = chance.uniqueID()

            #expect(
                id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil,
                "\(id)"
            )
        }
    }

    @Test func `an unseeded generator gives numbers of its own`() {
        #expect(SeededChance().next() != SeededChance().next())
    }
}

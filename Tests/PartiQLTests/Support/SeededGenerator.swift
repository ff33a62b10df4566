// Chance that can be brought back, in the form in which the standard library takes it.

import ApusModel

/// A generator whose numbers follow from its seed alone.
struct SeededGenerator: RandomNumberGenerator {
    private let chance: SeededChance

    init(seed: UInt64) {
        chance = SeededChance(seed: seed)
    }

    mutating func next() -> UInt64 {
        chance.next()
    }
}

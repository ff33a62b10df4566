// Where random numbers come from.

import Synchronization

/// A source of random numbers. It is handed to whatever needs it, so that a test can replay a run.
package protocol Chance: Sendable {
    func next() -> UInt64
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
package final class SeededChance: Chance {
    private let state: Atomic<UInt64>

    package init(seed: UInt64) {
        state = Atomic(seed)
    }

    /// A generator that nobody can foresee.
    package convenience init() {
        var generator = SystemRandomNumberGenerator()
        self.init(seed: generator.next())
    }

    package func next() -> UInt64 {
        var value = state.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

extension Chance {
    /// A random id in the form of a UUID of version 4.
    package func uniqueID() -> String {
        let (high, low) = (next() & ~0xF000 | 0x4000, next() >> 2 | 1 << 63)
        func hex(_ value: UInt64, _ digits: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return [
            hex(high >> 32, 8), hex(high >> 16 & 0xFFFF, 4), hex(high & 0xFFFF, 4), hex(low >> 48, 4),
            hex(low & 0xFFFF_FFFF_FFFF, 12),
        ].joined(separator: "-")
    }
}

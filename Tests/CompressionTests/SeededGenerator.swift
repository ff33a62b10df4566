// Bytes for tests, by chance that can be repeated.

/// A small generator of chance (SplitMix64): the same seed gives the same numbers.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Bytes that compress about as well as text does.
    mutating func textLikeBytes(count: Int) -> [UInt8] {
        let letters = Array("etaoin shrdlu{}\":,0123".utf8)
        return (0..<count).map { _ in letters.randomElement(using: &self)! }
    }

    /// Bytes that do not compress.
    mutating func noise(count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}

// The keys and values that the yardsticks over a store use: scattered, text-like, and the same in every run.

/// A thousand different texts of one length, made of words and numbers so that they compress as text does.
struct TextValues {
    private let texts: [[UInt8]]

    init(bytes: Int) {
        var generator = SeededGenerator(seed: 7)
        texts = (0..<1_000).map { _ in
            var text = ""
            while text.utf8.count < bytes {
                let word = Self.words.randomElement(using: &generator) ?? ""
                text += Bool.random(using: &generator) ? "\(word) " : "\(Int.random(in: 0..<1_000, using: &generator)) "
            }
            return Array(text.utf8.prefix(bytes))
        }
    }

    subscript(index: Int) -> [UInt8] { texts[index % texts.count] }

    private static let words = """
        amber anchor april autumn basket bridge bright button candle canyon castle cherry circle clover copper cotton \
        desert dragon engine family feather finger flower forest galaxy garden gentle ginger golden harbor hollow \
        island jacket jungle kernel ladder lantern letter marble meadow mirror morning mountain needle number ocean \
        orange orchard paper pebble pepper pillow pocket puzzle quiet rabbit ribbon river saddle season shadow silver \
        simple spring square stable summer sunset temple thunder ticket timber travel tunnel valley velvet violet \
        walnut window winter yellow
        """.split(separator: " ").map(String.init)
}

/// The key of an index, scattered over the whole range as a hash scatters partitions.
func scatteredKey(_ index: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(index))
    let (high, low) = (generator.next(), generator.next())
    return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
}

/// SplitMix64: a small generator whose seed alone brings a run back.
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
}

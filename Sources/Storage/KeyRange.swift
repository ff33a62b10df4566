// A range of keys.

/// The keys from `lower` up to, but not including, `upper`, in the order of their unsigned bytes.
package struct KeyRange: Equatable, Sendable {
    package let lower: [UInt8]
    /// Nil: to the last key there is.
    package let upper: [UInt8]?

    package static let all = KeyRange(lower: [], upper: nil)

    package init(lower: [UInt8], upper: [UInt8]?) {
        self.lower = lower
        self.upper = upper
    }

    /// All keys that begin with the given bytes, those bytes themselves included.
    package static func prefix(_ prefix: [UInt8]) -> KeyRange {
        KeyRange(lower: prefix, upper: successor(of: prefix))
    }

    /// The least key that is greater than all that begin with `prefix`; nil if there is none.
    private static func successor(of prefix: [UInt8]) -> [UInt8]? {
        guard let last = prefix.lastIndex(where: { $0 < 0xFF }) else { return nil }
        return prefix[..<last] + [prefix[last] + 1]
    }

    package var isEmpty: Bool {
        guard let upper else { return false }
        return !lower.lexicographicallyPrecedes(upper)
    }

    package func contains(_ key: [UInt8]) -> Bool {
        guard !key.lexicographicallyPrecedes(lower) else { return false }
        guard let upper else { return true }
        return key.lexicographicallyPrecedes(upper)
    }
}

// The order of key values, worked out for the tests alone.

import ApusModel

/// Numbers by value, strings by their UTF-8 bytes, binaries by their bytes.
enum PlainOrder {
    /// Below zero, zero or above zero, as the left value stands before, at or after the right one.
    static func compare(_ left: AttributeValue, _ right: AttributeValue) -> Int {
        switch (left, right) {
        case (.string(let left), .string(let right)): compare(Array(left.utf8), Array(right.utf8))
        case (.binary(let left), .binary(let right)): compare(left, right)
        case (.number(let left), .number(let right)):
            compare(PlainNumber(left.description), PlainNumber(right.description))
        default: preconditionFailure("a key attribute has values of one type")
        }
    }

    /// Compares items by several attributes, the first of which counts most.
    static func compare(_ left: Item, _ right: Item, by keys: [PlainKey]) -> Int {
        for key in keys {
            let order = compare(left[key.name]!, right[key.name]!)
            if order != 0 { return order }
        }
        return 0
    }

    private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left == right { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
    }

    private static func compare(_ left: PlainNumber, _ right: PlainNumber) -> Int {
        if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
        let order = compareMagnitudes(left, right)
        return left.isNegative ? -order : order
    }

    private static func compareMagnitudes(_ left: PlainNumber, _ right: PlainNumber) -> Int {
        // The normal form has no needless zeros, so the longer whole part is the greater.
        if left.whole.count != right.whole.count { return left.whole.count - right.whole.count }
        let order = compare(left.whole, right.whole)
        return order != 0 ? order : compare(left.fraction, right.fraction)
    }
}

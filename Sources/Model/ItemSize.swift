// How large an item is by the service's own measure.

extension AttributeMap {
    /// The size in bytes that limits, capacity and pages go by: names and values, no overhead.
    ///
    /// The rule is section 3 of the service's limits: the same measure serves the 400 KB limit, capacity and 1 MB
    /// pages.
    package var itemSize: Int {
        reduce(0) { $0 + $1.name.utf8.count + $1.value.size }
    }
}

extension AttributeValue {
    /// The size in bytes of the value alone, without its name.
    package var size: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        case .bool, .null: 1
        case .number(let number): number.size
        case .stringSet(let texts): texts.reduce(0) { $0 + $1.utf8.count }
        case .numberSet(let numbers): numbers.reduce(0) { $0 + $1.size }
        case .binarySet(let elements): elements.reduce(0) { $0 + $1.count }
        case .list(let elements): elements.reduce(Self.containerSize) { $0 + Self.elementSize + $1.size }
        case .map(let attributes):
            attributes.reduce(Self.containerSize) { $0 + Self.elementSize + $1.name.utf8.count + $1.value.size }
        }
    }

    private static let containerSize = 3
    private static let elementSize = 1
}

extension Number {
    /// One byte, one for each pair of digits as the decimal point aligns them, and one for a minus sign.
    package var size: Int {
        guard coefficient != 0 else { return 1 }
        let digits = DecimalDigits.count(coefficient)
        let pairs = (digits + (magnitude.isMultiple(of: 2) ? 1 : 0) + 1) / 2
        return 1 + pairs + (isNegative ? 1 : 0)
    }
}

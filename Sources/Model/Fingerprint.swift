// A number that stands for many values.

/// A number that equal values have in common and that others, for all practical purposes, never have: 128 bits of
/// FNV-1a. It is no protection against somebody who looks for two values with one fingerprint.
package struct Fingerprint: Equatable, Sendable {
    package private(set) var value: UInt128

    private static let start: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

    package init() {
        value = Self.start
    }

    package init(value: UInt128) {
        self.value = value
    }

    package mutating func add(_ byte: UInt8) {
        value = (value ^ UInt128(byte)) &* Self.prime
    }

    /// Adds bytes and their number, so that what follows cannot be taken for a part of them.
    package mutating func add(_ bytes: some Collection<UInt8>) {
        add(bytes.count)
        for byte in bytes { add(byte) }
    }

    package mutating func add(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { bytes in
            for byte in bytes { add(byte) }
        }
    }

    package mutating func add(_ text: String) {
        add(text.utf8)
    }

    /// Adds values whose order does not matter.
    package mutating func add<Element>(
        unordered elements: some Collection<Element>,
        _ add: (Element, inout Fingerprint) -> Void
    ) {
        var sum: UInt128 = 0
        for element in elements {
            var own = Fingerprint()
            add(element, &own)
            sum &+= own.value
        }
        self.add(elements.count)
        withUnsafeBytes(of: sum.littleEndian) { bytes in
            for byte in bytes { self.add(byte) }
        }
    }

    /// Adds an item or a map, whatever the order of its attributes.
    package mutating func add(_ attributes: AttributeMap) {
        add(unordered: attributes) { attribute, fingerprint in
            fingerprint.add(attribute.name)
            fingerprint.add(attribute.value)
        }
    }

    package mutating func add(_ value: AttributeValue) {
        add(value.type.rawValue)
        switch value {
        case .string(let text): add(text)
        case .number(let number): add(number.description)
        case .binary(let bytes): add(bytes)
        case .bool(let isTrue): add(isTrue ? 1 : 0)
        case .null: break
        case .map(let attributes): add(attributes)
        case .list(let elements):
            add(elements.count)
            for element in elements { add(element) }
        case .stringSet(let elements): add(unordered: elements) { $1.add($0) }
        case .numberSet(let elements): add(unordered: elements) { $1.add($0.description) }
        case .binarySet(let elements): add(unordered: elements) { $1.add($0) }
        }
    }
}

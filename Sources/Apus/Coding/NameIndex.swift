// Where names stand in a large map.

import ApusModel

/// The places of names, found by hash; a name is its bytes.
struct NameIndex {
    /// Up to so many names, comparing them one by one is faster.
    static let comparedAtMost = 24

    private struct ByteName: Hashable {
        let text: String

        static func == (left: ByteName, right: ByteName) -> Bool {
            left.text.hasSameBytes(as: right.text)
        }

        func hash(into hasher: inout Hasher) {
            text.withBytes { hasher.combine(bytes: $0) }
        }
    }

    private var places: [ByteName: Int] = [:]

    init(_ attributes: some Collection<AttributeMap.Attribute>) {
        places.reserveCapacity(attributes.count)
        for (place, attribute) in attributes.enumerated() { self[attribute.name] = place }
    }

    subscript(name: String) -> Int? {
        get { places[ByteName(text: name)] }
        set { places[ByteName(text: name)] = newValue }
    }
}

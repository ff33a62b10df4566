// Whether names differ, however many there are.

/// The names of a map of any size, and whether each stands once.
package struct DistinctNames {
    /// Up to so many, comparing each with each is faster than sorting.
    private static let comparedAtMost = 32

    private var names: [String] = []

    package init() {}

    package mutating func insert(_ name: String) {
        names.append(name)
    }

    package var areDistinct: Bool {
        if names.count <= Self.comparedAtMost {
            return names.indices.allSatisfy { index in
                !names[..<index].contains { $0.hasSameBytes(as: names[index]) }
            }
        }
        let sorted = names.sorted { $0.precedesInBytes($1) }
        return zip(sorted, sorted.dropFirst()).allSatisfy { !$0.hasSameBytes(as: $1) }
    }
}

// Whether names differ, however many there are.

import ApusModel

/// The names of a map of any size, and whether each stands once.
struct DistinctNames {
    /// Up to so many, comparing each with each is faster than sorting.
    private static let comparedAtMost = 32

    private var names: [String] = []

    mutating func insert(_ name: String) {
        names.append(name)
    }

    var areDistinct: Bool {
        if names.count <= Self.comparedAtMost {
            return names.indices.allSatisfy { index in
                !names[..<index].contains { $0.hasSameBytes(as: names[index]) }
            }
        }
        let sorted = names.sorted { $0.precedesInBytes($1) }
        return zip(sorted, sorted.dropFirst()).allSatisfy { !$0.hasSameBytes(as: $1) }
    }
}

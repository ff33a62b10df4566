// Decisions by chance, in the words of histories.

extension SeededGenerator {
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements.randomElement(using: &self)!
    }

    /// True so many times out of a hundred.
    mutating func happens(percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }

    /// Each element with a chance of so many in a hundred.
    mutating func some<Element>(of elements: [Element], percent: Int) -> [Element] {
        elements.filter { _ in happens(percent: percent) }
    }
}

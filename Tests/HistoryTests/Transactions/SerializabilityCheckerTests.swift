// The checker itself: what it lets pass, and what it does not.

import Testing

struct SerializabilityCheckerTests {
    private static let start = ContinuousClock.now

    /// An operation that reads and writes versions of accounts, named as "a1" for version 1 of account a.
    private static func operation(
        _ number: Int,
        _ time: ClosedRange<Int>,
        reads: [String] = [],
        writes: [String] = [],
        isOpen: Bool = false
    ) -> HistoryOperation {
        func versions(_ names: [String]) -> [AccountVersion] {
            names.map { name in
                AccountVersion(account: Int(name.utf8.first!), version: Int(name.dropFirst())!)
            }
        }
        return HistoryOperation(
            number: number,
            begin: start + .seconds(time.lowerBound),
            end: isOpen ? nil : start + .seconds(time.upperBound),
            reads: versions(reads),
            writes: versions(writes)
        )
    }

    private static let good: [(String, [HistoryOperation])] = [
        ("nothing", []),
        (
            "one after another",
            [
                operation(1, 0...1, reads: ["a0", "b0"], writes: ["a1", "b1"]),
                operation(2, 2...3, reads: ["a1"], writes: ["a2"]), operation(3, 4...5, reads: ["a2", "b1"]),
            ]
        ),
        (
            "at the same time, each may be first",
            [
                operation(1, 0...9, reads: ["a0"], writes: ["a1"]), operation(2, 1...2, reads: ["a0"]),
                operation(3, 3...4, reads: ["a1"]),
            ]
        ),
        (
            "seen before its end is known",
            [
                operation(1, 0...0, reads: ["a0"], writes: ["a1"], isOpen: true), operation(2, 5...6, reads: ["a1"]),
            ]
        ),
    ]

    @Test(arguments: good)
    func `what has an order is let pass`(name: String, history: [HistoryOperation]) {
        #expect(SerializabilityChecker.faults(in: history) == [])
    }

    private static let bad: [(String, [HistoryOperation])] = [
        (
            "a lost update",
            [
                operation(1, 0...9, reads: ["a0"], writes: ["a1"]), operation(2, 0...9, reads: ["a0"], writes: ["a1"]),
            ]
        ),
        ("a version from nowhere", [operation(1, 0...1, reads: ["a1"])]),
        (
            "half of a transfer",
            [
                operation(1, 0...9, reads: ["a0", "b0"], writes: ["a1", "b1"]),
                operation(2, 0...9, reads: ["a1", "b0"]),
            ]
        ),
        (
            "a stale read",
            [
                operation(1, 0...1, reads: ["a0"], writes: ["a1"]), operation(2, 2...3, reads: ["a0"]),
            ]
        ),
        (
            "a read of the future",
            [
                operation(1, 0...1, reads: ["a1"]), operation(2, 2...3, reads: ["a0"], writes: ["a1"]),
            ]
        ),
        (
            "two that each miss the other",
            [
                operation(1, 0...9, reads: ["a0", "b0"], writes: ["a1"]),
                operation(2, 0...9, reads: ["a0", "b0"], writes: ["b1"]),
            ]
        ),
        (
            "readers that disagree about the order",
            [
                operation(1, 0...9, reads: ["a0"], writes: ["a1"]), operation(2, 0...9, reads: ["b0"], writes: ["b1"]),
                operation(3, 0...9, reads: ["a1", "b0"]), operation(4, 0...9, reads: ["a0", "b1"]),
            ]
        ),
    ]

    @Test(arguments: bad)
    func `what has no order is found`(name: String, history: [HistoryOperation]) {
        #expect(!SerializabilityChecker.faults(in: history).isEmpty)
    }
}

// The ids of replies.

import ApusModel
import Testing

@testable import ApusServer

struct RequestIDTests {
    @Test func `an id has 52 upper-case letters and digits`() {
        let chance = SeededChance(seed: 1)

        for _ in 0..<100 {
            let id = RequestID.make(by: chance)

            #expect(id.wholeMatch(of: /[0-9A-Z]{52}/) != nil, "\(id)")
        }
    }

    @Test func `ids differ, and a seed brings them back`() {
        let (first, second) = (SeededChance(seed: 7), SeededChance(seed: 7))

        let ids = (0..<1_000).map { _ in RequestID.make(by: first) }

        #expect(Set(ids).count == 1_000)
        #expect(ids == (0..<1_000).map { _ in RequestID.make(by: second) })
    }

    @Test func `the largest and the smallest numbers make ids too`() {
        #expect(RequestID.make(by: Constant(value: 0)) == String(repeating: "0", count: 52))
        #expect(RequestID.make(by: Constant(value: .max)).wholeMatch(of: /[0-9A-Z]{52}/) != nil)
    }

    private struct Constant: Chance {
        let value: UInt64

        func next() -> UInt64 { value }
    }
}

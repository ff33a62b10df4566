// How waits grow.

import Testing

@testable import Apus

struct BackoffTests {
    private let backoff = Backoff(base: .milliseconds(50), cap: .seconds(5))

    @Test(arguments: [(0, 50), (1, 100), (2, 200), (6, 3_200), (7, 5_000), (100, 5_000)])
    func `the longest wait doubles up to the cap`(step: Int, milliseconds: Int) {
        #expect(backoff.wait(atStep: step, fraction: 1) == .milliseconds(milliseconds))
    }

    @Test func `the lot takes any part of the longest wait`() {
        #expect(backoff.wait(atStep: 1, fraction: 0) == .zero)
        #expect(backoff.wait(atStep: 1, fraction: 0.5) == .milliseconds(50))
    }
}

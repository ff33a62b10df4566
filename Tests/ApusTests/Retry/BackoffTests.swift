// How waits grow.

import Testing

@testable import Apus

struct BackoffTests {
    private let backoff = Backoff(base: .milliseconds(50), cap: .seconds(5))

    @Test(arguments: [(0, 50), (1, 100), (2, 200), (6, 3_200), (7, 5_000), (100, 5_000)])
    func `the longest wait doubles up to the cap`(step: Int, milliseconds: Int) {
        #expect(backoff.wait(atStep: step, fraction: 1) == .milliseconds(milliseconds))
    }

    @Test(arguments: [
        (Backoff.Jitter.none, 0.0, 100), (.none, 0.5, 100),
        (.equal, 0, 50), (.equal, 0.5, 75),
        (.full, 0, 0), (.full, 0.5, 50),
        (.added(upTo: .milliseconds(60)), 0, 100), (.added(upTo: .milliseconds(60)), 0.5, 130),
    ])
    func `chance has its share in a wait`(jitter: Backoff.Jitter, fraction: Double, milliseconds: Int) {
        let backoff = Backoff(base: .milliseconds(50), cap: .seconds(5), jitter: jitter)

        #expect(backoff.wait(atStep: 1, fraction: fraction) == .milliseconds(milliseconds))
    }

    @Test(arguments: [
        (Backoff.standard, [13, 25, 50]),
        (.legacy, [50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 25_600]),
        (.batchGuide, [150, 250, 450, 850, 1_650, 3_250, 5_050, 5_050]),
        (.batchTutorial, [10, 20, 40, 80, 160, 320, 640, 1_280, 2_560]),
        (.throttlingPattern, [50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000]),
        (.batchPattern, [200, 400, 800, 1_600]),
    ])
    func `presets wait as their sources do, with a lot of a half`(preset: Backoff, milliseconds: [Int]) {
        let waits = milliseconds.indices.map { preset.wait(atStep: $0, fraction: 0.5) / .milliseconds(1) }

        #expect(waits.map { Int($0.rounded()) } == milliseconds)
    }
}

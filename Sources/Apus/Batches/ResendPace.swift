// The pace at which a table is asked again.

/// The rounds of sending to one table, and the pause before each.
///
/// All batches of a table share the pace, since they compete for the same throughput. Several batches of one round
/// that come back slow it down once.
struct ResendPace: Sendable {
    private(set) var round = 1
    private(set) var pauseEnd: Duration?
    private var step = 0
    private let backoff: Backoff

    init(backoff: Backoff) {
        self.backoff = backoff
    }

    /// How much of a batch got through.
    enum Passage {
        case whole, most, little
    }

    func isPaused(at now: Duration) -> Bool {
        pauseEnd.map { now < $0 } ?? false
    }

    /// Takes in how a batch of a round fared. Answers whether a new round begins.
    mutating func note(_ passage: Passage, round batchRound: Int, at now: Duration, fraction: Double) -> Bool {
        if case .whole = passage {
            step = max(0, step - 1)
            return false
        }
        guard batchRound == round else { return false }
        round += 1
        pauseEnd = now + backoff.wait(atStep: step, fraction: fraction)
        // Where most gets through the pace is about right: it stays.
        if case .little = passage { step += 1 }
        return true
    }
}

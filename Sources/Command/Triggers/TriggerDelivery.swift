// What is to be done with a batch, step by step, until all of it is delivered or given up.

import Apus

/// Delivers the records of one batch in their order. It is told what has become of the last step, and says the next one.
///
/// A batch is sent as a whole at first. What fails is sent again after a pause, or in halves, the first one first; what
/// has failed too often is given up.
struct TriggerDelivery {
    /// How often and in what parts to try.
    struct Rules: Equatable, Sendable {
        /// How often the same records are sent again that were sent once.
        let retries: Int
        /// Whether more than one record that fail are halved.
        let isBisecting: Bool
    }

    enum Event: Equatable {
        case began
        case answered(TriggerOutcome)
        /// What was given up has been taken down.
        case tookDown
    }

    /// Places of records are counted from the beginning of the batch.
    enum Action: Equatable {
        case send(Range<Int>, after: Duration)
        case giveUp(Range<Int>, attempts: Int, reason: String)
        case finish
    }

    private struct Part {
        let range: Range<Int>
        var attempts = 0
    }

    private let rules: Rules
    // Those that are not done with, the next one last.
    private var parts: [Part]
    // How often something has failed since the last success.
    private var failures = 0

    private static let pauses = Backoff(base: .milliseconds(100), cap: .seconds(10), jitter: .full)

    /// The delivery of so many records, at least one.
    init(count: Int, rules: Rules) {
        self.rules = rules
        parts = [Part(range: 0..<count)]
    }

    /// The next step; `fraction` is chance, from 0 up to 1.
    mutating func handle(_ event: Event, fraction: Double) -> Action {
        guard var part = parts.popLast() else { return .finish }
        switch event {
        case .began: parts.append(part)
        case .answered(.delivered), .tookDown: failures = 0
        case .answered(.partlyDelivered(let count)):
            // It gets on, so the count of attempts begins anew.
            failures = 1
            parts.append(Part(range: part.range.dropFirst(count)))
        case .answered(.failed(let reason)):
            failures += 1
            part.attempts += 1
            if rules.isBisecting, part.range.count > 1 {
                parts += Self.halves(of: part)
            } else {
                parts.append(part)
                if part.attempts > rules.retries {
                    return .giveUp(part.range, attempts: part.attempts, reason: reason)
                }
            }
        }
        return next(fraction)
    }

    private func next(_ fraction: Double) -> Action {
        guard let part = parts.last else { return .finish }
        let pause = failures == 0 ? .zero : Self.pauses.wait(atStep: failures - 1, fraction: fraction)
        return .send(part.range, after: pause)
    }

    /// The second one ahead of the first, which is the next.
    private static func halves(of part: Part) -> [Part] {
        let middle = part.range.lowerBound + (part.range.count + 1) / 2
        return [Part(range: middle..<part.range.upperBound), Part(range: part.range.lowerBound..<middle)]
    }
}

// Metrics that a test can look at.

import Metrics
import Synchronization

/// Writes down what is counted and timed, one line each.
final class NotingMetrics: MetricsFactory {
    private let held = Mutex<[String]>([])

    var lines: [String] { held.withLock { $0 } }

    private func handler(_ label: String, _ dimensions: [(String, String)]) -> NotingHandler {
        let name = ([label] + dimensions.map { "\($0.0)=\($0.1)" }).joined(separator: " ")
        return NotingHandler { value in self.held.withLock { $0.append("\(name) \(value)") } }
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        handler(label, dimensions)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        handler(label, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        handler(label, dimensions)
    }

    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}

private final class NotingHandler: CounterHandler, RecorderHandler, TimerHandler {
    private let note: @Sendable (Int64) -> Void

    init(_ note: @escaping @Sendable (Int64) -> Void) {
        self.note = note
    }

    func increment(by amount: Int64) { note(amount) }
    func reset() {}
    func record(_ value: Int64) { note(value) }
    func record(_ value: Double) { note(Int64(value)) }
    func recordNanoseconds(_ duration: Int64) { note(duration) }
}

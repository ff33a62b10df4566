// What was given to a writer, and what the writer said of each change.

import ApusTesting
import Synchronization

/// Notes the changes as they are handed out and the fates as they are told.
final class HistoryAccount: Sendable {
    struct State: Sendable {
        /// In the order in which they were handed out.
        var taken: [Int] = []
        /// The number of each change that was settled, in that order.
        var order: [Int] = []
        var fates: [Int: BatchFate] = [:]
        /// Changes that were told of as unwritten, and why.
        var unwritten: [Int: UnwrittenChange<Int>.Cause] = [:]
        var isOver = false
    }

    private let notes = Mutex(State())

    var state: State { notes.withLock(\.self) }

    func take(_ change: HistoryChange) {
        notes.withLock { $0.taken.append(change.number) }
    }

    func settle(_ number: Int, _ fate: BatchFate) {
        notes.withLock { notes in
            notes.order.append(number)
            notes.fates[number] = fate
        }
    }

    func note(_ unwritten: UnwrittenChange<Int>) {
        notes.withLock { $0.unwritten[unwritten.change.origin] = unwritten.cause }
    }

    /// The writing has come to its end.
    func end() {
        notes.withLock { $0.isOver = true }
    }

    /// Waits until so many changes are settled. Answers whether that came before the writing ended.
    func waits(untilSettled count: Int) async -> Bool {
        while true {
            let (settled, isOver) = notes.withLock { ($0.order.count, $0.isOver) }
            if isOver { return false }
            if settled >= count { return true }
            try? await Task.sleep(for: .milliseconds(1))
        }
    }
}

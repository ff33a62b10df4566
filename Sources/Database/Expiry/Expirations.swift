// The removal of expired items: when it goes on, the thread that does it, and who waits for it.

import ApusModel
import Dispatch
import Synchronization

/// Keeps the times at which items expire, sweeps tables one part at a time when their items are due, and fills the
/// indexes by time meanwhile.
final class Expirations: Sendable {
    /// Sweeps a part of a table, and calls `end(at:next:)` after that.
    typealias Sweeper = @Sendable (ExpirySchedule.Sweep, TableLine) -> Void
    typealias Waiter = @Sendable () -> Void

    private struct State {
        var schedule: ExpirySchedule
        /// The tables whose items expire, and which generation of their indexes by time is tended.
        var tables: [UInt32: (line: TableLine, generation: UInt32)] = [:]
        /// How many indexes by time are being filled.
        var fillingCount = 0
        /// The earliest time of each table that transactions have told, until they are durable.
        var notes: [UInt32: Timestamp] = [:]
        /// The same of items that could not be removed yet.
        var postponed: [UInt32: Timestamp] = [:]
        var waiters: [Waiter] = []
        var sweeper: Sweeper?
    }

    private enum Step {
        case sweep(ExpirySchedule.Sweep, TableLine, Sweeper)
        case rest(until: Timestamp?, released: [Waiter])
    }

    /// How long to wait for what will pass: too many writes are queued, or an item is in a transaction's hands.
    static let secondsUntilRetry = 0.5

    private let clock: any WallClock
    private let queue = DispatchQueue(label: "apus.expiry", qos: .utility)
    private let state: Mutex<State>

    init(delay: Duration, clock: any WallClock) {
        self.clock = clock
        state = Mutex(State(schedule: ExpirySchedule(delay: delay)))
    }

    /// Begins to sweep; until then it only takes notes.
    func start(_ sweeper: @escaping Sweeper) {
        state.withLock { $0.sweeper = sweeper }
        proceed()
    }

    func run(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }

    func run(after seconds: Double, _ work: @escaping @Sendable () -> Void) {
        if seconds > 0 { queue.asyncAfter(deadline: .now() + seconds, execute: work) } else { run(work) }
    }

    // MARK: Tables

    /// Goes by the newest version of a table. True where its index by time is one that was not tended before.
    func follow(_ table: Table) -> Bool {
        state.withLock { state in
            guard let expiry = table.expiry, !table.isDeleted else {
                state.tables[table.id] = nil
                state.schedule.remove(table.id)
                return false
            }
            guard state.tables[table.id]?.generation != expiry.generation else { return false }
            state.tables[table.id] = (table.line, expiry.generation)
            state.schedule.add(table.id, generation: expiry.generation, from: expiry.readyTime)
            state.fillingCount += 1
            return true
        }
    }

    func endFilling() {
        state.withLock { $0.fillingCount -= 1 }
        proceed()
    }

    // MARK: Times

    /// Notes that an item has got a time to expire, in a transaction that is not durable yet.
    func note(_ time: Timestamp, in table: Table) {
        state.withLock { state in
            if let noted = state.notes[table.id], noted <= time { return }
            state.notes[table.id] = time
        }
    }

    /// What was noted is durable, and a sweep will find it.
    func followCommit() {
        let mayBeDue = state.withLock { state in
            guard !state.notes.isEmpty else { return false }
            var mayBeDue = false
            for (table, time) in state.notes where state.schedule.note(time, in: table) { mayBeDue = true }
            state.notes.removeAll(keepingCapacity: true)
            return mayBeDue
        }
        if mayBeDue { proceed() }
    }

    /// Comes back to items that could not be removed yet: soon, or when somebody waits for that.
    func postpone(_ time: Timestamp, in table: UInt32) {
        state.withLock { state in
            state.postponed[table] = min(state.postponed[table] ?? time, time)
        }
        run(after: Self.secondsUntilRetry) { [weak self] in
            guard let self else { return }
            state.withLock { Self.resume(&$0) }
            proceed()
        }
    }

    private static func resume(_ state: inout State) {
        for (table, time) in state.postponed { state.schedule.note(time, in: table) }
        state.postponed = [:]
    }

    // MARK: Sweeps

    /// A sweep has come to its end: the next one of its table is to begin at `start`, and the first entry from there on
    /// has this time.
    func end(at start: ExpiryEntry, next time: Timestamp?) {
        state.withLock { $0.schedule.end(at: start, next: time) }
        proceed()
    }

    /// Calls `waiter` as soon as no index by time is being filled, and nothing is left that can be removed by now.
    func whenSettled(_ waiter: @escaping Waiter) {
        state.withLock { state in
            Self.resume(&state)
            state.waiters.append(waiter)
        }
        proceed()
    }

    private func proceed() {
        switch state.withLock({ nextStep(&$0) }) {
        case .sweep(let sweep, let line, let sweeper): queue.async { sweeper(sweep, line) }
        case .rest(let time, let released):
            for waiter in released { waiter() }
            guard let time else { return }
            clock.run(at: time) { [weak self] in
                guard let self else { return }
                state.withLock { $0.schedule.wake(at: time) }
                proceed()
            }
        }
    }

    private func nextStep(_ state: inout State) -> Step {
        let now = clock.now
        guard let sweeper = state.sweeper else { return .rest(until: nil, released: []) }
        if let sweep = state.schedule.begin(at: now) {
            guard let line = state.tables[sweep.table]?.line else {
                preconditionFailure("each table of the schedule is one that is followed")
            }
            return .sweep(sweep, line, sweeper)
        }
        guard state.fillingCount == 0, !state.schedule.isBusy(at: now) else {
            return .rest(until: state.schedule.newAlarm(at: now), released: [])
        }
        defer { state.waiters = [] }
        return .rest(until: state.schedule.newAlarm(at: now), released: state.waiters)
    }
}

// States of the store of a short while ago, for reads that are to be stale.

import ApusModel
import ApusStorage
import Synchronization

/// Keeps the snapshots of the last moments, so that a read may see the state of some time ago.
///
/// It keeps none until it is told for how long. States that came shortly one after another are kept as one, so there
/// are never more than some hundred.
final class SnapshotHistory: Sendable {
    fileprivate struct Entry {
        /// Since when this was the newest state.
        let time: Timestamp
        let snapshot: any Snapshot
    }

    fileprivate struct State {
        var keptMilliseconds: Int64 = 0
        /// The oldest first.
        var entries: [Entry] = []
    }

    /// States that are nearer to each other than this part of the time that is kept count as one.
    private static let parts: Int64 = 64

    private let state = Mutex(State())
    private let isKeeping = Atomic(false)

    /// Keeps states for so long from now on; for no time, none.
    ///
    /// - Parameter snapshot: the newest state.
    func keep(for duration: Duration, from snapshot: any Snapshot, at now: Timestamp) {
        isKeeping.store(duration > .zero, ordering: .releasing)
        let released = state.withLock { state -> [Entry] in
            state.keptMilliseconds = duration.milliseconds
            if duration <= .zero { return state.removeAll() }
            if state.entries.isEmpty { state.entries = [Entry(time: now, snapshot: snapshot)] }
            return state.trim(at: now)
        }
        withExtendedLifetime(released) {}
    }

    /// Notes a new state. To be called after each commit, in their order.
    func note(_ snapshot: @autoclosure () -> any Snapshot, at now: Timestamp) {
        guard isKeeping.load(ordering: .acquiring) else { return }
        let snapshot = snapshot()
        // The store takes a lock to let go of a snapshot, so that happens outside of this one.
        let released = state.withLock { state -> [Entry] in
            let time = max(now, state.entries.last?.time ?? now)
            var released: [Entry] = []
            if let before = state.entries.dropLast().last,
                time.milliseconds(since: before.time) < max(1, state.keptMilliseconds / Self.parts)
            {
                released.append(state.entries.removeLast())
            }
            state.entries.append(Entry(time: time, snapshot: snapshot))
            return released + state.trim(at: time)
        }
        withExtendedLifetime(released) {}
    }

    /// A state that was the newest so long ago or, because some are not kept, up to 1/64 less long ago.
    ///
    /// Nil where nothing is kept, or where the newest state is that old.
    func snapshot(staleBy duration: Duration, at now: Timestamp) -> (any Snapshot)? {
        state.withLock { state in
            let age = min(duration.milliseconds, state.keptMilliseconds)
            let time = Timestamp(milliseconds: now.milliseconds - age + age / Self.parts)
            guard let newest = state.entries.last, newest.time > time else { return nil }
            return (state.entries.last { $0.time <= time } ?? state.entries.first)?.snapshot
        }
    }
}

extension SnapshotHistory.State {
    /// Gives up what no read can ask for any more. What was the newest state at the beginning of the time that is kept
    /// stays.
    fileprivate mutating func trim(at now: Timestamp) -> [SnapshotHistory.Entry] {
        let oldest = Timestamp(milliseconds: now.milliseconds - keptMilliseconds)
        guard let first = entries.lastIndex(where: { $0.time <= oldest }) else { return [] }
        defer { entries.removeFirst(first) }
        return Array(entries[..<first])
    }

    fileprivate mutating func removeAll() -> [SnapshotHistory.Entry] {
        defer { entries = [] }
        return entries
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}

extension Database {
    /// What a read sees: the newest state, or an older one where it need not be consistent.
    ///
    /// - Parameter staleness: how old the state may be; nil for what the settings say.
    func snapshot(isConsistent: Bool, staleness: Duration?) -> any Snapshot {
        let duration = staleness ?? settings.staleness
        guard !isConsistent, duration > .zero else { return store.snapshot() }
        return history.snapshot(staleBy: duration, at: clock.now) ?? store.snapshot()
    }

    /// Keeps states for so long that reads may see one as old as this, or as the settings say.
    package func keepStates(for duration: Duration) {
        history.keep(for: max(duration, settings.staleness), from: store.snapshot(), at: clock.now)
    }
}

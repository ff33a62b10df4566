// The one writer of a store: it queues transactions, runs them in groups, and completes their callers.

import Dispatch
import Synchronization

/// What a committer writes to. Used on the writer thread alone.
protocol CommitTarget: AnyObject {
    /// Runs one body after those before it in the group. If it throws, it has written nothing.
    func run(_ body: (any WriteTransaction) throws -> Void) throws
    /// The size of what the group has written so far.
    var groupBytes: Int { get }
    /// Makes the group durable, as far as the sync mode promises, and then shows it to readers.
    func commitGroup() throws(StorageError)
    /// Syncs what was committed without.
    func sync() throws(StorageError)
}

/// A queued transaction.
struct QueuedWrite: Sendable {
    let executor: any CompletionExecutor
    let body: @Sendable (any WriteTransaction) throws -> Void
    let completion: @Sendable (Result<Void, any Error>) -> Void
}

/// Owns all mutation of a store. While one group is being synced the next gathers in the queue, so groups
/// grow with the load by themselves.
// Unchecked: all but the inbox is touched on `queue` alone.
final class Committer: @unchecked Sendable {
    /// The most transactions that wait. Beyond them a write fails, because nobody here may block its caller.
    static let queueLimit = 65_536
    /// A group takes no further transaction once it has written this much.
    static let groupLimitBytes = 16 << 20

    private struct Inbox {
        var writes: [QueuedWrite] = []
        var isDraining = false
        var isClosed = false
    }

    private enum Admission {
        case queued
        case startsDrain
        case refused(StorageError)
    }

    private let queue = DispatchQueue(label: "apus.writer", qos: .userInitiated)
    private let inbox = Mutex(Inbox())
    private let observer = Mutex<(@Sendable () -> Void)?>(nil)
    private let target: any CommitTarget
    private let syncInterval: DispatchTimeInterval?
    /// When what has been committed is to be synced, at the latest; nil where all is synced.
    private var syncDeadline: DispatchTime?
    /// Once a commit has failed, nobody knows what the disk holds, so nothing more is written.
    private var failure: StorageError?

    init(target: any CommitTarget, syncMode: SyncMode) {
        self.target = target
        if case .interval(let milliseconds) = syncMode {
            syncInterval = .milliseconds(milliseconds)
        } else {
            syncInterval = nil
        }
    }

    /// Calls this after each commit.
    func observe(_ observer: @escaping @Sendable () -> Void) {
        self.observer.withLock { $0 = observer }
    }

    func submit(_ write: QueuedWrite) {
        switch admit(write) {
        case .queued: break
        case .startsDrain: queue.async { self.drain() }
        case .refused(let error): write.executor.run([{ write.completion(.failure(error)) }])
        }
    }

    /// Finishes what is queued and refuses what comes later. True for the first caller.
    func close() throws(StorageError) -> Bool {
        dispatchPrecondition(condition: .notOnQueue(queue))
        let isFirst = inbox.withLock { inbox in
            defer { inbox.isClosed = true }
            return !inbox.isClosed
        }
        // The queue is serial: once it gets here, every drain before is over.
        let failure = queue.sync { () -> StorageError? in
            drain()
            return self.failure
        }
        if let failure, isFirst { throw failure }
        return isFirst
    }

    private func admit(_ write: QueuedWrite) -> Admission {
        inbox.withLock { inbox in
            guard !inbox.isClosed else { return .refused(.closed) }
            guard inbox.writes.count < Self.queueLimit else { return .refused(.overloaded(limit: Self.queueLimit)) }
            inbox.writes.append(write)
            guard !inbox.isDraining else { return .queued }
            inbox.isDraining = true
            return .startsDrain
        }
    }

    private func drain() {
        while true {
            let writes = takeWrites()
            guard !writes.isEmpty else { return }
            var rest = writes[...]
            while !rest.isEmpty { rest = commitGroup(from: rest) }
        }
    }

    private func takeWrites() -> [QueuedWrite] {
        inbox.withLock { inbox in
            var writes: [QueuedWrite] = []
            swap(&writes, &inbox.writes)
            inbox.isDraining = !writes.isEmpty
            return writes
        }
    }

    /// Commits as many of the writes as a group may hold, and returns the others.
    private func commitGroup(from writes: ArraySlice<QueuedWrite>) -> ArraySlice<QueuedWrite> {
        var results: [Result<Void, any Error>] = []
        results.reserveCapacity(writes.count)
        for write in writes {
            guard target.groupBytes < Self.groupLimitBytes else { break }
            results.append(result(of: write))
        }
        commit()
        let group = writes.prefix(results.count)
        complete(group, with: results)
        return writes.dropFirst(group.count)
    }

    private func result(of write: QueuedWrite) -> Result<Void, any Error> {
        if let failure { return .failure(failure) }
        return Result { try target.run(write.body) }
    }

    private func commit() {
        guard failure == nil else { return }
        do throws(StorageError) {
            try target.commitGroup()
            observer.withLock { $0 }?()
            scheduleSync()
        } catch {
            failure = error
        }
    }

    private func scheduleSync() {
        guard let syncInterval else { return }
        // The timer waits its turn behind the drain, which may go on for long, so each group looks at the clock too.
        if let syncDeadline, syncDeadline <= .now() { return syncOnTime() }
        guard syncDeadline == nil else { return }
        let deadline = DispatchTime.now() + syncInterval
        syncDeadline = deadline
        queue.asyncAfter(deadline: deadline) { self.syncOnTime() }
    }

    private func syncOnTime() {
        guard let deadline = syncDeadline, deadline <= .now() else { return }
        syncDeadline = nil
        guard failure == nil, !inbox.withLock({ $0.isClosed }) else { return }
        do throws(StorageError) {
            try target.sync()
        } catch {
            failure = error
        }
    }

    private func complete(_ group: ArraySlice<QueuedWrite>, with results: [Result<Void, any Error>]) {
        var deliveries: [Delivery] = []
        for (write, result) in zip(group, results) {
            let completion = write.completion
            let outcome = failure.map { .failure($0) } ?? result
            let position = deliveries.firstIndex { $0.executor === write.executor }
            if position == nil { deliveries.append(Delivery(executor: write.executor)) }
            deliveries[position ?? deliveries.count - 1].completions.append { completion(outcome) }
        }
        for delivery in deliveries { delivery.executor.run(delivery.completions) }
    }

    /// The completions of one group for one executor.
    private struct Delivery {
        let executor: any CompletionExecutor
        var completions: [@Sendable () -> Void] = []
    }
}

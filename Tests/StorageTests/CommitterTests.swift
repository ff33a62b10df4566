// The writer's queue: its groups, its limits, and what it does when the disk fails.

import Dispatch
import Foundation
import Synchronization
import Testing

@testable import ApusStorage

@Suite struct CommitterTests {
    private static let failure = StorageError.io(operation: "sync", detail: "the disk is on fire")

    @Test func `after a failed commit nothing more is written`() {
        let target = FakeTarget(failingCommit: 2)
        let committer = Committer(target: target, syncMode: .commit)
        let outcomes = Log<StorageError?>()

        for _ in 0..<4 { submitAlone(to: committer, outcomes) }

        #expect(outcomes.values == [nil, Self.failure, Self.failure, Self.failure])
        #expect(target.counts.bodies == 2)
        #expect(throws: Self.failure) { try committer.close() }
    }

    @Test func `what waits for one commit makes one group`() throws {
        let target = FakeTarget()
        let committer = Committer(target: target, syncMode: .commit)
        let outcomes = Log<StorageError?>()

        let release = hold(committer)
        for _ in 0..<10 { submit(to: committer, outcomes) }
        release()

        #expect(try committer.close())
        #expect(outcomes.values.count == 10)
        #expect(target.counts.groups == 2)
    }

    @Test func `a group ends when it has grown to its limit`() throws {
        let target = FakeTarget(bytesForEachBody: Committer.groupLimitBytes / 2)
        let committer = Committer(target: target, syncMode: .commit)
        let outcomes = Log<StorageError?>()

        let release = hold(committer)
        for _ in 0..<6 { submit(to: committer, outcomes) }
        release()

        #expect(try committer.close())
        #expect(target.counts.groups == 1 + 3)
    }

    @Test func `a full queue refuses and does not block`() throws {
        let target = FakeTarget()
        let committer = Committer(target: target, syncMode: .commit)
        let outcomes = Log<StorageError?>()

        let release = hold(committer)
        for _ in 0..<Committer.queueLimit + 1 { submit(to: committer, outcomes) }

        #expect(outcomes.values == [.overloaded(limit: Committer.queueLimit)])
        release()
        #expect(try committer.close())
        #expect(outcomes.values.count == Committer.queueLimit + 1)
    }

    @Test func `an interval syncs once for the commits in it`() async throws {
        let target = FakeTarget()
        let committer = Committer(target: target, syncMode: .interval(milliseconds: 20))
        let outcomes = Log<StorageError?>()

        for _ in 0..<3 { submitAlone(to: committer, outcomes) }
        while target.counts.syncs == 0 { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(60))

        #expect(target.counts.groups == 3)
        #expect(target.counts.syncs < 3)
        #expect(try committer.close())
        #expect(try !committer.close())
    }

    @Test func `an interval syncs also while writes keep coming`() throws {
        let target = FakeTarget()
        let committer = Committer(target: target, syncMode: .interval(milliseconds: 5))
        let isDone = DispatchSemaphore(value: 0)
        let syncsAtEnd = Log<Int>()

        // Each write queues the next before it ends, so the queue is empty only after the last.
        submitChain(to: committer, links: 2_000, until: { target.counts.syncs > 0 }) {
            syncsAtEnd.append(target.counts.syncs)
            isDone.signal()
        }
        isDone.wait()

        #expect(syncsAtEnd.values == [1])
        #expect(try committer.close())
    }

    /// Submits a write that takes a millisecond and submits another, until a condition holds or so many have run.
    private func submitChain(
        to committer: Committer,
        links: Int,
        until isEnough: @escaping @Sendable () -> Bool,
        end: @escaping @Sendable () -> Void
    ) {
        let write = write { _ in
            usleep(1_000)
            guard links > 1, !isEnough() else { return end() }
            submitChain(to: committer, links: links - 1, until: isEnough, end: end)
        } completion: { _ in
        }
        committer.submit(write)
    }

    private func submit(to committer: Committer, _ outcomes: Log<StorageError?>) {
        committer.submit(write { outcomes.append($0) })
    }

    /// Submits a write and waits for its completion, so that it is a group of its own.
    private func submitAlone(to committer: Committer, _ outcomes: Log<StorageError?>) {
        let isDone = DispatchSemaphore(value: 0)
        committer.submit(
            write { error in
                outcomes.append(error)
                isDone.signal()
            }
        )
        isDone.wait()
    }

    private func write(
        body: @escaping @Sendable (any WriteTransaction) throws -> Void = { _ in },
        completion: @escaping @Sendable (StorageError?) -> Void
    ) -> QueuedWrite {
        QueuedWrite(executor: ImmediateExecutor.shared, body: body) { result in
            guard case .failure(let error) = result else { return completion(nil) }
            completion(error as? StorageError)
        }
    }

    private func hold(_ committer: Committer) -> () -> Void {
        let (isHeld, isReleased) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let write = write { _ in
            isHeld.signal()
            isReleased.wait()
        } completion: { _ in
        }
        committer.submit(write)
        isHeld.wait()
        return { isReleased.signal() }
    }
}

/// A target that counts what is asked of it.
// Unchecked: all but the counts is used on the writer thread alone.
private final class FakeTarget: CommitTarget, @unchecked Sendable {
    struct Counts {
        var bodies = 0
        var groups = 0
        var syncs = 0
    }

    var counts: Counts { state.withLock { $0 } }
    private(set) var groupBytes = 0

    private let state = Mutex(Counts())
    private let store = TransactionStub()
    private let failingCommit: Int?
    private let bytesForEachBody: Int

    init(failingCommit: Int? = nil, bytesForEachBody: Int = 0) {
        self.failingCommit = failingCommit
        self.bytesForEachBody = bytesForEachBody
    }

    func run(_ body: (any WriteTransaction) throws -> Void) throws {
        state.withLock { $0.bodies += 1 }
        groupBytes += bytesForEachBody
        try body(store)
    }

    func commitGroup() throws(StorageError) {
        groupBytes = 0
        let number = state.withLock { counts in
            counts.groups += 1
            return counts.groups
        }
        if number == failingCommit { throw .io(operation: "sync", detail: "the disk is on fire") }
    }

    func sync() {
        state.withLock { $0.syncs += 1 }
    }
}

/// A transaction on nothing.
private final class TransactionStub: WriteTransaction {
    func put(_ value: [UInt8], for key: [UInt8]) {}
    func delete(_ key: [UInt8]) {}
    func add(_ amount: Int64, toCounter key: [UInt8]) {}
    func withValue(for key: [UInt8], _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void) -> Bool { false }
    func withValues(for keys: [[UInt8]], _ body: (Int, UnsafeRawBufferPointer?) throws(StorageError) -> Void) {}
    func scan(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) {}
}

// Which transactions have taken effect a short while ago, and which are under way.

import ApusModel
import ApusStorage
import Synchronization

/// Keeps the tokens of transactions: in the store once they have taken effect, in memory while their items are held.
///
/// Everything but `end` runs on the writer thread.
package final class RequestTokens: Sendable {
    /// What a token says of a transaction that comes with it.
    enum Finding: Equatable {
        /// It is new, or its time is over.
        case new
        /// The same transaction has taken effect.
        case done
    }

    private struct State {
        var running: Set<[UInt8]> = []
        /// What is older has been forgotten already.
        var trimStart: [UInt8]?
        var trimTime = Timestamp(milliseconds: 0)
    }

    /// How many tokens one transaction forgets at most, and how often that is done.
    private static let trimmedAtMost = 500
    private static let trimInterval = Duration.seconds(1)

    private let state = Mutex(State())

    init() {}

    /// - Throws: a refusal where a transaction with this token is under way, or where one with other parameters has
    ///   taken effect.
    func find(_ token: RequestToken, in transaction: any WriteTransaction, at now: Timestamp) throws -> Finding {
        guard !state.withLock({ $0.running.contains(token.key) }) else {
            throw ServiceError(
                .transactionInProgress,
                "Transaction with the given request token is already in progress"
            )
        }
        guard let record = try record(of: token, in: transaction), record.counts(at: now) else { return .new }
        guard record.fingerprint == token.fingerprint else {
            throw ServiceError(
                .idempotentParameterMismatch,
                "Request with the same client request token, but other parameters, has been made before"
            )
        }
        return .done
    }

    /// Notes that a transaction has taken effect, and forgets some of those whose time is over.
    func note(_ token: RequestToken, in transaction: any WriteTransaction, at now: Timestamp) throws(StorageError) {
        if let old = try record(of: token, in: transaction) {
            transaction.delete(KeySpace.requestTokenTime(old.finishTime, of: token.key))
        }
        let record = RequestTokenRecord(finishTime: now, fingerprint: token.fingerprint)
        transaction.put(record.bytes, for: token.key)
        transaction.put([], for: KeySpace.requestTokenTime(now, of: token.key))
        try trim(in: transaction, at: now)
    }

    func begin(_ token: RequestToken) {
        state.withLock { _ = $0.running.insert(token.key) }
    }

    func end(_ token: RequestToken) {
        state.withLock { _ = $0.running.remove(token.key) }
    }

    private func record(
        of token: RequestToken,
        in transaction: any WriteTransaction
    ) throws(StorageError) -> RequestTokenRecord? {
        var record: RequestTokenRecord?
        try transaction.withValue(for: token.key) { bytes throws(StorageError) in
            record = try RequestTokenRecord(bytes)
        }
        return record
    }

    private func trim(in transaction: any WriteTransaction, at now: Timestamp) throws(StorageError) {
        guard state.withLock({ $0.trimTime <= now }) else { return }
        let end = now.advanced(by: .zero - Limits.requestTokenLifetime)
        let all = KeySpace.requestTokenTimes(until: end)
        // What has been deleted already is not walked over again.
        let rest = KeyRange(lower: state.withLock { $0.trimStart } ?? all.lower, upper: all.upper)
        guard !rest.isEmpty else { return }
        var keys: [[UInt8]] = []
        try transaction.scan(rest, .forward) { key, _ in
            keys.append([UInt8](key))
            return keys.count < Self.trimmedAtMost ? .next : .stop
        }
        for key in keys {
            transaction.delete(key)
            transaction.delete(KeySpace.requestToken(ofTime: key))
        }
        let isPart = keys.count == Self.trimmedAtMost
        state.withLock { state in
            state.trimStart = isPart ? keys.last : all.upper
            if !isPart { state.trimTime = now.advanced(by: Self.trimInterval) }
        }
    }
}

// What of a stream has been handed out and what of it counts as processed.

import ApusModel

/// The account of a reading: a checkpoint says what is committed, never what is only handed out.
struct CheckpointLedger {
    private struct ShardAccount {
        var handedOut: SequenceNumber?
        var committed: SequenceNumber?
        /// Whether everything that the shard has is handed out.
        var isAtEnd = false
    }

    private(set) var checkpoint: StreamCheckpoint
    /// Whether the checkpoint has changed since it was last taken to be saved.
    private(set) var isDirty = false
    private var parents: [String: String] = [:]
    // The shards that are under way.
    private var accounts: [String: ShardAccount] = [:]
    // The shards of which something is handed out and not committed.
    private var pending: Set<String> = []
    private var isStreamAtEnd = false

    init(_ checkpoint: StreamCheckpoint) {
        self.checkpoint = checkpoint
        for (shard, progress) in checkpoint.shards {
            guard case .after(let text) = progress else { continue }
            let number = SequenceNumber(text)
            accounts[shard] = ShardAccount(handedOut: number, committed: number)
        }
    }

    // MARK: Shards

    /// Takes down a shard and its parent. One that was not known is unread, or nothing is to be read of it.
    mutating func add(_ shard: String, parent: String? = nil, isFinished: Bool = false) {
        parents[shard] = parent
        guard checkpoint.shards[shard] == nil else { return }
        set(shard, isFinished ? .finished : .unread)
    }

    mutating func forget(_ shard: String) {
        parents[shard] = nil
        guard checkpoint.shards.removeValue(forKey: shard) != nil else { return }
        isDirty = true
    }

    // MARK: Changes

    mutating func handOut(_ shard: String, to last: String) {
        accounts[shard, default: ShardAccount()].handedOut = SequenceNumber(last)
        pending.insert(shard)
    }

    /// Takes down that a shard has been handed out to its end, which counts once all of it is committed.
    mutating func reachEnd(of shard: String) {
        accounts[shard, default: ShardAccount()].isAtEnd = true
        settle(shard)
    }

    /// Takes down that all shards have, and that no other will come.
    mutating func reachEnd() {
        isStreamAtEnd = true
        settleEnd()
    }

    /// Commits what a shard has handed out to a sequence number, and all of the shards that it descends from: they were
    /// handed out ahead of it.
    mutating func commit(_ shard: String, to text: String) {
        commitOne(shard, to: text)
        var ancestor = parents[shard]
        while let name = ancestor {
            if let handedOut = accounts[name]?.handedOut { commitOne(name, to: handedOut.text) }
            ancestor = parents[name]
        }
    }

    private mutating func commitOne(_ shard: String, to text: String) {
        guard var account = accounts[shard], let handedOut = account.handedOut else { return }
        let number = min(SequenceNumber(text), handedOut)
        guard account.committed.map({ $0 < number }) ?? true else { return }
        account.committed = number
        accounts[shard] = account
        if number == handedOut { pending.remove(shard) }
        set(shard, .after(number.text))
        settle(shard)
    }

    /// Commits all that is handed out.
    mutating func commitAll() {
        for shard in pending {
            if let handedOut = accounts[shard]?.handedOut { commitOne(shard, to: handedOut.text) }
        }
    }

    // MARK: Saving

    /// The checkpoint, to be saved.
    mutating func take() -> StreamCheckpoint {
        isDirty = false
        return checkpoint
    }

    /// Takes in that what was taken could not be saved.
    mutating func noteFailure() {
        isDirty = true
    }

    private mutating func settle(_ shard: String) {
        guard let account = accounts[shard], account.isAtEnd, account.committed == account.handedOut else { return }
        // Whoever goes on from the checkpoint reads the children of a finished shard at once.
        guard isFinished(parents[shard]) else { return }
        accounts[shard] = nil
        set(shard, .finished)
        for child in accounts.keys where parents[child] == shard { settle(child) }
        settleEnd()
    }

    /// A parent that is not known has been read before, or never was there.
    private func isFinished(_ parent: String?) -> Bool {
        parent.flatMap { checkpoint.shards[$0] } ?? .finished == .finished
    }

    private mutating func settleEnd() {
        guard isStreamAtEnd, !checkpoint.isEnded, checkpoint.shards.values.allSatisfy({ $0 == .finished }) else {
            return
        }
        checkpoint.isEnded = true
        isDirty = true
    }

    private mutating func set(_ shard: String, _ progress: StreamCheckpoint.Progress) {
        guard checkpoint.shards[shard] != progress else { return }
        checkpoint.shards[shard] = progress
        isDirty = true
    }
}

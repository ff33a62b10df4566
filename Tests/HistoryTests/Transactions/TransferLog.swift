// What all clients of a history did and saw.

import Apus
import Synchronization

/// Gathers the operations of all clients, and what is wrong with them at first sight.
final class TransferLog: Sendable {
    fileprivate struct State {
        var operations: [HistoryOperation] = []
        /// Operations of which nobody knows whether they took effect, with the states that they would have made.
        var unknown: [(operation: HistoryOperation, made: [Account])] = []
        var transactionCount = 0
        var balances: [AccountVersion: (balance: Int, writer: Int)] = [:]
        var faults: [String] = []
    }

    let server: ServerGate
    private let plan: TransferPlan
    private let lastNumber = Atomic(0)
    private let state = Mutex(State())

    init(plan: TransferPlan, server: ServerGate) {
        self.plan = plan
        self.server = server
    }

    var isFull: Bool {
        state.withLock { $0.transactionCount >= plan.transactionCount || $0.faults.count > 10 }
    }

    var operationCount: Int { state.withLock { $0.operations.count } }

    func nextNumber() -> Int {
        lastNumber.add(1, ordering: .relaxed).newValue
    }

    func note(_ fault: String) {
        state.withLock { $0.faults.append(fault) }
    }

    /// Notes an operation that has just ended.
    func note(_ number: Int, since begin: ContinuousClock.Instant, saw: [Account], made: [Account]) {
        let operation = HistoryOperation(number, since: begin, until: .now, saw: saw, made: made)
        state.withLock { state in
            state.operations.append(operation)
            if made.count > 1 { state.transactionCount += 1 }
            for account in saw + made { state.hold(account, by: operation) }
            let sum = saw.reduce(0) { $0 + $1.balance }
            if saw.count == plan.accountCount, sum != plan.accountCount * TransferPlan.firstBalance {
                state.faults.append("the accounts had \(sum) together in \(operation)")
            }
        }
    }

    /// Notes an operation of which nobody knows whether it took effect, or will.
    func noteUnknown(_ number: Int, since begin: ContinuousClock.Instant, saw: [Account], made: [Account]) {
        let operation = HistoryOperation(number, since: begin, until: nil, saw: saw, made: made)
        state.withLock { $0.unknown.append((operation, made)) }
    }

    /// All that took effect, and what is wrong with it at first sight.
    ///
    /// - Parameter final: the accounts at the end. A version below them was made by somebody: by an operation that is not
    ///   known otherwise, if by no other.
    func settled(by final: [Account]) -> (operations: [HistoryOperation], faults: [String]) {
        state.withLock { state in
            var operations = state.operations
            var madeVersions = Set(operations.flatMap(\.writes))
            let lastVersions = Dictionary(uniqueKeysWithValues: final.map { ($0.state.account, $0.state.version) })
            // Whoever was seen to have made a version has made it; else any of those who may have will do.
            let seen = state.unknown.filter { $0.made.contains(where: state.wasSeen) }
            let others = state.unknown.filter { !$0.made.contains(where: state.wasSeen) }
            for (operation, made) in seen + others {
                let happened = made.allSatisfy { account in
                    account.state.version <= lastVersions[account.state.account] ?? 0
                        && !madeVersions.contains(account.state)
                        && (state.balances[account.state].map { $0.writer == account.writer } ?? true)
                }
                guard happened else { continue }
                operations.append(operation)
                madeVersions.formUnion(operation.writes)
            }
            var faults = state.faults
            for account in final where account.state.version > 0 && !madeVersions.contains(account.state) {
                faults.append("nobody made \(account.state), which is there at the end")
            }
            for version in madeVersions where version.version > lastVersions[version.account] ?? 0 {
                faults.append("\(version) was acknowledged and is lost")
            }
            return (operations, faults)
        }
    }
}

extension TransferLog.State {
    /// Holds what is told of a version against what was told of it before.
    fileprivate mutating func hold(_ account: Account, by operation: HistoryOperation) {
        guard let known = balances.updateValue((account.balance, account.writer), forKey: account.state) else { return }
        guard known != (account.balance, account.writer) else { return }
        faults.append("\(account.state) had \(known) and then \(account.balance) in \(operation)")
    }

    /// Whether somebody saw this very state.
    fileprivate func wasSeen(_ account: Account) -> Bool {
        balances[account.state].map { $0.writer == account.writer } ?? false
    }
}

extension HistoryOperation {
    fileprivate init(
        _ number: Int,
        since begin: ContinuousClock.Instant,
        until end: ContinuousClock.Instant?,
        saw: [Account],
        made: [Account]
    ) {
        self.init(number: number, begin: begin, end: end, reads: saw.map(\.state), writes: made.map(\.state))
    }
}

// Transactions as short as tests write them.

import ApusExpressions
import ApusModel
import ApusStorage

@testable import ApusDatabase

extension ItemChange {
    /// An action of a transaction.
    static func acting(
        _ action: Action,
        on key: Item,
        in table: Table,
        condition: Condition? = nil,
        tellsConflict: Bool = false
    ) -> ItemChange {
        ItemChange(
            table: table,
            key: PrimaryKey(key, of: table),
            action: action,
            condition: condition,
            origin: .transaction,
            tellsConflict: tellsConflict
        )
    }

    static func putting(_ item: Item, in table: Table, condition: Condition? = nil) -> ItemChange {
        acting(.put(EncodedRow(item), item), on: item, in: table, condition: condition)
    }
}

extension Database {
    @discardableResult
    func transact(
        _ changes: ItemChange...,
        token: RequestToken? = nil,
        window: Duration = .zero
    ) async throws -> TransactionOutcome {
        try await waiting { completion in
            transact(
                ItemTransaction(actions: changes.map { .success($0) }, token: token, window: window),
                completingOn: ImmediateExecutor.shared,
                completion: completion
            )
        }
    }
}

extension TransactionOutcome {
    /// What replaying the transaction has cost; nil where it was done now.
    var replayUnits: [Double]? {
        if case .replayed(let units) = self { units } else { nil }
    }
}

// TransactWriteItems: changes up to 100 items, all or none.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusThroughput
import ApusWire

enum TransactWriteItems: Operation {
    static let name = OperationName.transactWriteItems
    static let takesEntriesSingly = true

    static func run(
        _ request: TransactWriteItemsRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TransactWriteItemsResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let actions = try request.parsedActions()
        var tables: [BatchTable] = []
        var changes: [Result<ItemChange, ServiceError>] = []
        for action in actions {
            let table = try context.activeTable(action.tableName)
            tables.append(BatchTable(table: table, count: 1))
            changes.append(Result { () throws(ServiceError) in try action.change(in: table) })
        }
        try changes.requireDistinctItems()
        let token = request.clientRequestToken.map { token in
            RequestToken(token, in: context.region, fingerprint: request.fingerprint)
        }
        let transaction = context.transaction(of: changes, token)
        context.database.transact(transaction, completingOn: context.executor) { [tables] result in
            answer(result.map { TransactWriteItemsResponse(request, $0, of: tables, after: transaction) })
        }
    }
}

extension RequestContext {
    /// A transaction of these changes, but for those that are refused whatever the items are.
    func transaction(of changes: [Result<ItemChange, ServiceError>], _ token: RequestToken?) -> ItemTransaction {
        let actions = changes.enumerated().map { position, change in
            heldBack[position].map { .failure($0) } ?? change
        }
        let window = transactionWindow ?? database.settings.transactionWindow
        return ItemTransaction(actions: actions, token: token, window: window)
    }
}

extension [Result<ItemChange, ServiceError>] {
    /// Refuses several actions on one item.
    func requireDistinctItems() throws(ServiceError) {
        let places = compactMap { try? $0.get().place }
        guard Set(places).count == places.count else { throw .severalActionsOnOneItem }
    }
}

extension ServiceError {
    static let severalActionsOnOneItem = ServiceError.validation(
        "Transaction request cannot include multiple operations on one item"
    )
}

extension TransactWriteItemsResponse {
    /// The answer to a transaction that has taken effect, now or before.
    fileprivate init(
        _ request: TransactWriteItemsRequest,
        _ outcome: TransactionOutcome,
        of tables: [BatchTable],
        after transaction: ItemTransaction
    ) {
        self.init()
        switch outcome {
        case .applied(let outcomes):
            consumedCapacity = tables.consumedCapacity(
                outcomes.map(\.consumed),
                asked: request.returnConsumedCapacity,
                form: .transaction(.write)
            )
            let metrics = zip(transaction.actions, outcomes).map { action, outcome in
                (try? action.get()).flatMap { change in
                    ItemCollectionMetrics(of: change, outcome, asked: request.returnItemCollectionMetrics)
                }
            }
            itemCollectionMetrics = tables.collections(of: metrics)
        case .replayed(let units):
            consumedCapacity = tables.consumedCapacity(
                units.map { ConsumedUnits(table: $0) },
                asked: request.returnConsumedCapacity,
                form: .transaction(.read)
            )
        }
    }
}

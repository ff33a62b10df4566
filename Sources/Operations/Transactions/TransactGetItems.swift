// TransactGetItems: reads up to 100 items as they are at one moment.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire

enum TransactGetItems: Operation {
    static let name = OperationName.transactGetItems
    static let takesEntriesSingly = true

    static func run(
        _ request: TransactGetItemsRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TransactGetItemsResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let actions = (request.actions ?? []).compactMap(\.self)
        var projections: [Projection?] = []
        for action in actions {
            projections.append(try Projection.parsed(action.projectionExpression, action.parameters))
            _ = try action.key!.checked()
        }
        var reads: [TransactionRead] = []
        for (action, projection) in zip(actions, projections) {
            let table = try context.activeTable(action.tableName)
            reads.append(TransactionRead(of: action.key!.value, in: table, projection))
        }
        try reads.requireDistinctItems()
        let asked = request.returnConsumedCapacity
        context.readTransaction(reads) { result in
            answer(result.map { TransactGetItemsResponse($0, asked: asked) })
        }
    }
}

extension TransactGetItemsResponse {
    init(_ results: TransactionReading.Results, asked: Choice<ReturnConsumedCapacity>?) {
        self.init(
            items: results.items,
            consumedCapacity: results.tables.consumedCapacity(
                results.units.map { ConsumedUnits(table: $0) },
                asked: asked,
                form: .transaction(.read)
            )
        )
    }
}

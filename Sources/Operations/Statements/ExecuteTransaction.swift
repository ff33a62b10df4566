// ExecuteTransaction: runs up to 100 statements that all read or all write, all or none.

import ApusDatabase
import ApusModel
import ApusPartiQL
import ApusThroughput
import ApusWire

enum ExecuteTransaction: Operation {
    static let name = OperationName.executeTransaction
    static let takesEntriesSingly = true

    static func run(
        _ request: ExecuteTransactionRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<ExecuteTransactionResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let statements = try (request.statements ?? []).map { text throws(ServiceError) in try text.parsed() }
        guard Set(statements.map(\.isWrite)).count < 2 else {
            // The service's words for this are not published.
            throw .validation("The statements of one transaction must either all read or all write")
        }
        for (position, statement) in statements.enumerated() { try statement.requireFitForTransaction(at: position) }
        if statements.contains(where: \.isWrite) {
            try request.write(statements, in: context, answer: answer)
        } else {
            try request.read(statements, in: context, answer: answer)
        }
    }
}

extension ExecuteTransactionRequest {
    fileprivate typealias Answer = @Sendable (Result<ExecuteTransactionResponse, any Error>) -> Void

    fileprivate func read(
        _ statements: [Statement],
        in context: RequestContext,
        answer: @escaping Answer
    ) throws(ServiceError) {
        var reads: [TransactionRead] = []
        for (position, statement) in statements.enumerated() {
            guard case .select(let select) = statement else { preconditionFailure("the transaction reads") }
            reads.append(try TransactionRead(select, at: position, in: context))
        }
        try reads.requireDistinctItems()
        context.readTransaction(reads) { result in
            answer(result.map { ExecuteTransactionResponse($0, asked: returnConsumedCapacity) })
        }
    }

    fileprivate func write(
        _ statements: [Statement],
        in context: RequestContext,
        answer: @escaping Answer
    ) throws(ServiceError) {
        var tables: [BatchTable] = []
        var writes: [Result<StatementWrite, ServiceError>] = []
        for (statement, text) in zip(statements, self.statements ?? []) {
            tables.append(BatchTable(table: try context.activeTable(statement.tableName), count: 1))
            writes.append(
                Result { () throws(ServiceError) in
                    try StatementWrite(statement, text, origin: .transaction, in: context)
                }
            )
        }
        let changes = writes.map { $0.map(\.change) }
        try changes.requireDistinctItems()
        let token = clientRequestToken.map { RequestToken($0, in: context.region, fingerprint: fingerprint) }
        let transaction = context.transaction(of: changes, token)
        context.database.transact(transaction, completingOn: context.executor) { [tables, writes] result in
            answer(result.map { response(to: $0, of: tables) }.mapError { writes.refusal($0) })
        }
    }

    private func response(to outcome: TransactionOutcome, of tables: [BatchTable]) -> ExecuteTransactionResponse {
        let (consumed, direction): ([ConsumedUnits], ThrottlingReason.Direction) =
            switch outcome {
            case .applied(let outcomes): (outcomes.map(\.consumed), .write)
            case .replayed(let units): (units.map { ConsumedUnits(table: $0) }, .read)
            }
        return ExecuteTransactionResponse(
            items: tables.map { _ in nil },
            consumedCapacity: tables.consumedCapacity(
                consumed,
                asked: returnConsumedCapacity,
                form: .transaction(direction)
            )
        )
    }

    /// A number that this request has in common with those that ask for the same changes.
    private var fingerprint: Fingerprint {
        var fingerprint = Fingerprint()
        for statement in statements ?? [] {
            fingerprint.add(statement)
            fingerprint.add(statement.returnValuesOnConditionCheckFailure?.text ?? "")
        }
        return fingerprint
    }
}

extension [Result<StatementWrite, ServiceError>] {
    /// The refusal in the words of statements: an INSERT whose condition has failed has met another item.
    fileprivate func refusal(_ error: any Error) -> any Error {
        guard let error = error as? ServiceError, error.code == .transactionCanceled else { return error }
        let reasons = zip(self, error.cancellationReasons).map { write, reason in
            guard reason.code == .conditionalCheckFailed, let write = try? write.get(), write.isInsert else {
                return reason
            }
            return CancellationReason(.duplicateItem) ?? reason
        }
        return ServiceError.transactionCanceled(reasons)
    }
}

// MARK: Statements

extension Statement {
    /// Refuses what no statement of a transaction may have.
    fileprivate func requireFitForTransaction(at position: Int) throws(ServiceError) {
        switch self {
        case .select(let select), .exists(let select):
            guard select.source.indexName == nil else {
                throw .unfitStatement(at: position, "Reads on indices are not supported within transactions.")
            }
        case .update(let update) where update.returning != nil:
            throw .unfitStatement(at: position, "RETURNING clause is not supported in ExecuteTransaction.")
        case .delete(let delete) where delete.returnsOld:
            throw .unfitStatement(at: position, "RETURNING clause is not supported in ExecuteTransaction.")
        case .insert, .update, .delete: return
        }
    }
}

extension TransactionRead {
    fileprivate init(_ select: SelectStatement, at position: Int, in context: RequestContext) throws(ServiceError) {
        let read = try StatementRead(select, isConsistent: true, in: context)
        guard case .item(let key) = read.plan.scope else {
            // The service's words for this are not published; these are the ones for a batch.
            throw .unfitStatement(
                at: position,
                "Select statements within ExecuteTransaction must specify the primary key in the where clause."
            )
        }
        self.init(of: key, in: read.source.table, read.view.projection, filter: read.view.filter)
    }
}

extension ServiceError {
    fileprivate static func unfitStatement(at position: Int, _ rule: String) -> ServiceError {
        .validation("Validation failed in TransactStatements[\(position)]: \(rule)")
    }
}

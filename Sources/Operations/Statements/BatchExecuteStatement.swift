// BatchExecuteStatement: runs up to 25 statements that all read or all write, each by itself.

import ApusDatabase
import ApusModel
import ApusPartiQL
import ApusStorage
import ApusThroughput
import ApusWire

enum BatchExecuteStatement: Operation {
    static let name = OperationName.batchExecuteStatement
    static let takesEntriesSingly = true

    static func run(
        _ request: BatchExecuteStatementRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<BatchExecuteStatementResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let statements = (request.statements ?? []).map { statement in
            Result { () throws(ServiceError) in try statement.text.parsed() }
        }
        let sound = statements.compactMap { try? $0.get() }
        guard Set(sound.map(\.isWrite)).count < 2 else {
            // The service's words for this are not published.
            throw .validation("The statements of one batch must either all read or all write")
        }
        if sound.contains(where: \.isWrite) {
            BatchOfStatements(request, statements, in: context) { statement, text throws(ServiceError) in
                try StatementWrite(statement, text.text, in: context)
            }.write(answer)
        } else {
            BatchOfStatements(request, statements, in: context) { statement, text throws(ServiceError) in
                try BatchRead(statement, isConsistent: text.consistentRead ?? false, in: context)
            }.read(answer)
        }
    }
}

/// One SELECT of a batch: it reads a single item.
private struct BatchRead: Sendable {
    let table: Table
    let view: PageView
    let itemRead: ItemRead

    init(_ statement: Statement, isConsistent: Bool, in context: RequestContext) throws(ServiceError) {
        guard case .select(let select) = statement else { preconditionFailure("the batch reads") }
        let read = try StatementRead(select, isConsistent: isConsistent, in: context)
        guard case .item(let key) = read.plan.scope else {
            throw .validation(
                "Select statements within BatchExecuteStatement must specify the primary key in the where clause."
            )
        }
        table = read.source.table
        view = read.view
        itemRead = ItemRead(
            of: try PrimaryKey(key, by: table.keySchema),
            in: table,
            isConsistent: isConsistent,
            staleness: context.staleness
        )
    }
}

extension BatchRead {
    /// - Parameters:
    ///   - row: the item; nil where there is none.
    ///   - units: what reading it took, or why it may not be read.
    func answer(_ row: RowReader?, _ units: Result<Double, ServiceError>) throws(StorageError) -> PartAnswer {
        switch units {
        case .failure(let refusal): return PartAnswer(table, refusal: refusal)
        case .success(let units):
            var item: [UInt8]?
            if let row { item = try view.rendered(row) }
            return PartAnswer(table, item: item, ConsumedUnits(table: units))
        }
    }
}

/// A batch whose statements have become parts that can be run, or refusals.
private struct BatchOfStatements<Part: Sendable>: Sendable {
    typealias Answer = @Sendable (Result<BatchExecuteStatementResponse, any Error>) -> Void

    let request: BatchExecuteStatementRequest
    let context: RequestContext
    let parts: [Result<Part, ServiceError>]

    /// - Parameter part: makes a part of a statement that could be parsed.
    init(
        _ request: BatchExecuteStatementRequest,
        _ statements: [Result<Statement, ServiceError>],
        in context: RequestContext,
        _ part: (Statement, BatchStatement) throws(ServiceError) -> Part
    ) {
        self.request = request
        self.context = context
        parts = zip(statements, request.statements ?? []).enumerated().map { position, statement in
            Result { () throws(ServiceError) in
                let made = try part(try statement.0.get(), statement.1)
                if let refusal = context.heldBack[position] { throw refusal }
                return made
            }
        }
    }

    /// The parts that can be run, in order.
    var sound: [Part] { parts.compactMap { try? $0.get() } }

    /// The answers to all statements.
    ///
    /// - Parameter done: what became of each part that could be run: what its statement is answered, and what it used
    ///   of which table.
    func response(_ done: [PartAnswer]) -> BatchExecuteStatementResponse {
        var rest = done[...]
        let responses = parts.map { part in
            switch part {
            case .failure(let refusal): BatchExecuteStatementResponse.Answer.refused(refusal)
            case .success: rest.removeFirst().answer
            }
        }
        let tables = done.map { BatchTable(table: $0.table, count: 1) }
        return BatchExecuteStatementResponse(
            responses: responses,
            consumedCapacity: tables.consumedCapacity(done.map(\.consumed), asked: request.returnConsumedCapacity)
        )
    }
}

/// What became of one statement that could be run.
private struct PartAnswer: Sendable {
    let table: Table
    let answer: BatchExecuteStatementResponse.Answer
    let consumed: ConsumedUnits

    init(_ table: Table, item: [UInt8]?, _ consumed: ConsumedUnits) {
        self.table = table
        answer = .done(tableName: table.name.text, item: item)
        self.consumed = consumed
    }

    init(_ table: Table, refusal: ServiceError) {
        self.table = table
        answer = .refused(refusal)
        consumed = ConsumedUnits()
    }
}

extension BatchOfStatements<BatchRead> {
    fileprivate func read(_ answer: @escaping Answer) {
        let reads = sound
        context.database.readItems(reads.map(\.itemRead), completingOn: context.executor) { rows in
            var done: [PartAnswer] = []
            try rows.forEach { position, row throws(StorageError) in
                let reader = try row.map { row throws(StorageError) in try RowReader(row) }
                let units = Result { () throws(ServiceError) in
                    try rows.admit(position, bytes: reader?.itemSize ?? 0)
                }
                done.append(try reads[position].answer(reader, units))
            }
            return response(done)
        } completion: {
            answer($0)
        }
    }
}

extension BatchOfStatements<StatementWrite> {
    // Each statement is a change of its own, so that the failure of one leaves the others alone. They are queued at
    // once, in their order, and become durable together.
    fileprivate func write(_ answer: @escaping Answer) {
        let writes = sound
        let gathering = Gathering<PartAnswer>(count: writes.count) { result in
            answer(result.map { response($0) })
        }
        for (position, write) in writes.enumerated() {
            context.database.apply([write.change], completingOn: context.executor) { result in
                gathering.put(Result { try write.partAnswer(to: result) }, at: position)
            }
        }
    }
}

extension StatementWrite {
    /// - Throws: what is a failure of the machine, and no refusal of the statement.
    fileprivate func partAnswer(to result: Result<[ItemOutcome], any Error>) throws -> PartAnswer {
        do {
            let outcome = try result.get()[0]
            return PartAnswer(change.table, item: item(of: outcome)?.encoded(), outcome.consumed)
        } catch {
            guard let refusal = refusal(error) as? ServiceError else { throw error }
            return PartAnswer(change.table, refusal: refusal)
        }
    }
}

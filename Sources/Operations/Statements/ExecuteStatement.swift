// ExecuteStatement: runs one statement.

import ApusDatabase
import ApusModel
import ApusPartiQL
import ApusStorage
import ApusThroughput
import ApusWire

enum ExecuteStatement: Operation {
    static let name = OperationName.executeStatement

    static func run(
        _ request: ExecuteStatementRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<ExecuteStatementResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let statement = try request.text.parsed()
        let token = try request.nextToken.map { text throws(ServiceError) in
            try NextToken(text, of: request.text)
        }
        guard case .select(let select) = statement else {
            let write = try StatementWrite(statement, request.text, in: context)
            return request.write(write, in: context, answer: answer)
        }
        let read = try StatementRead(select, isConsistent: request.consistentRead ?? false, in: context)
        if case .item(let key) = read.plan.scope {
            try request.readItem(key, read, in: context, answer: answer)
        } else {
            try request.readPages(read, from: token, in: context, answer: answer)
        }
    }
}

extension ExecuteStatementRequest {
    fileprivate typealias Answer = @Sendable (Result<ExecuteStatementResponse, any Error>) -> Void

    fileprivate func write(_ write: StatementWrite, in context: RequestContext, answer: @escaping Answer) {
        context.database.apply([write.change], completingOn: context.executor) { result in
            answer(
                result.map { outcomes in
                    response(
                        write.item(of: outcomes[0]).map { $0.encoded() },
                        ConsumedCapacity(of: write.change.table, outcomes[0].consumed, asked: returnConsumedCapacity)
                    )
                }.mapError { write.refusal($0) }
            )
        }
    }

    fileprivate func readItem(
        _ key: Item,
        _ read: StatementRead,
        in context: RequestContext,
        answer: @escaping Answer
    ) throws(ServiceError) {
        let table = read.source.table
        let itemRead = ItemRead(
            of: try PrimaryKey(key, by: table.keySchema),
            in: table,
            isConsistent: consistentRead ?? false,
            staleness: context.staleness
        )
        context.database.readItem(itemRead, completingOn: context.executor) { row throws(StorageError) in
            // No item is rendered as no bytes at all, so these stand for one that is not shown.
            try read.view.rendered(row) ?? []
        } completion: { result in
            answer(
                result.map { item in
                    response(
                        item.bytes.flatMap { $0.isEmpty ? nil : $0 },
                        ConsumedCapacity(of: table, ConsumedUnits(table: item.units), asked: returnConsumedCapacity)
                    )
                }
            )
        }
    }

    fileprivate func readPages(
        _ read: StatementRead,
        from token: NextToken?,
        in context: RequestContext,
        answer: @escaping Answer
    ) throws(ServiceError) {
        let pages = StatementPages(read, self, in: context)
        try pages.run(from: token ?? NextToken(part: 0, key: nil)) { result in
            answer(
                result.map { page in
                    ExecuteStatementResponse(
                        items: page.joinedItems,
                        nextToken: page.next?.text(for: text),
                        lastEvaluatedKey: page.next?.key,
                        consumedCapacity: ConsumedCapacity(
                            of: read.source.table,
                            page.consumed,
                            asked: returnConsumedCapacity
                        )
                    )
                }
            )
        }
    }

    /// An answer with one item, or with none.
    private func response(_ item: [UInt8]?, _ consumed: ConsumedCapacity?) -> ExecuteStatementResponse {
        ExecuteStatementResponse(
            items: [UInt8(ascii: "[")] + (item ?? []) + [UInt8(ascii: "]")],
            consumedCapacity: consumed
        )
    }
}

extension Item {
    /// The attributes as JSON.
    func encoded() -> [UInt8] {
        var writer = JSONWriter()
        writer.attributes(self)
        return writer.bytes
    }
}

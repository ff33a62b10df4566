// Query: reads items of one partition, in the order of their sort keys.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusWire

enum Query: Operation {
    static let name = OperationName.query

    static func run(
        _ request: QueryRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<PageResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let options = request.options
        let expressions = try PageExpressions(
            options,
            keyCondition: GivenExpression("KeyConditionExpression", request.keyConditionExpression)
        )
        guard let condition = expressions.keyCondition else {
            throw .validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
            )
        }
        _ = try condition.parts()
        let table = try context.activeTable(options.tableName)
        try options.requireNoIndex()
        try expressions.requireFitting(table.keySchema)
        let selection = try condition.resolved(for: table.keySchema)
        try expressions.filter?.requireNoKey(of: table.keySchema)
        let startKey = try options.exclusiveStartKey.map { key throws(ServiceError) in
            try PrimaryKey(startingQueryAt: key.value, of: table.keySchema, within: selection)
        }
        let page = PageRequest(
            table: table,
            scope: .partition(
                selection.partition,
                selection.sort,
                isForward: request.scanIndexForward ?? true
            ),
            startKey: startKey,
            limit: options.limit
        )
        page.answer(options, expressions, in: context, answer: answer)
    }
}

extension Condition {
    /// Refuses a filter on the key that the Query has chosen its items by already.
    fileprivate func requireNoKey(of schema: KeySchema) throws(ServiceError) {
        guard let path = paths.first(where: { schema.contains($0.attributeName) }) else { return }
        throw .validation(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + path.attributeName
        )
    }
}

extension PrimaryKey {
    /// Checks the key that a Query is to go on after: it must be one that the Query could have ended at.
    fileprivate init(
        startingQueryAt key: Item,
        of schema: KeySchema,
        within selection: KeySelection
    ) throws(ServiceError) {
        try self.init(startingAt: key, of: schema)
        if schema.sort == nil {
            throw .validation("The query can return at most one row and cannot be restarted")
        }
        if case .equal = selection.sort {
            throw .validation("The query can return at most one row and cannot be restarted")
        }
        guard partition == selection.partition else {
            throw .validation(
                "The provided starting key is outside query boundaries based on provided conditions"
            )
        }
        guard let sort, selection.sort.contains(sort) else {
            throw .validation("The provided starting key does not match the range key predicate")
        }
    }
}

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
        let source = try PageSource(options, in: context)
        try expressions.requireFitting(source)
        let selection = try condition.resolved(for: source.keySchema, ofIndex: source.index?.name)
        try expressions.requireFilterWithoutKey(of: source.keySchema)
        let view = try PageView(options, expressions, of: source)
        let startKey = try options.exclusiveStartKey.map { key throws(ServiceError) in
            try StartKey(key.value, of: source)
        }
        try startKey?.requireFitting(selection)
        let page = PageRequest(
            table: source.table,
            index: source.index,
            scope: .partition(selection, isForward: request.scanIndexForward ?? true),
            start: startKey?.position,
            limit: options.limit,
            fetchesItems: view.fetchesItems,
            isConsistent: options.isConsistent,
            staleness: context.staleness,
            workPerItem: 1 + (view.filter?.operandCount ?? 0)
        )
        page.answer(options, view, in: context, answer: answer)
    }
}

extension PageExpressions {
    /// Refuses a filter on the key that the Query has chosen its items by already.
    fileprivate func requireFilterWithoutKey(of schema: KeySchema) throws(ServiceError) {
        let path = filter?.paths.first { schema.contains($0.attributeName) }
        guard let path else { return }
        throw .validation(
            "\(filterName) can only contain non-primary key attributes: Primary key attribute: "
                + path.attributeName
        )
    }
}

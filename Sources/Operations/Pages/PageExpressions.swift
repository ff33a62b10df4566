// The expressions and the selection of a Query or a Scan.

import ApusExpressions
import ApusModel
import ApusWire

/// What a page request filters by and tells of each item, parsed and checked together.
struct PageExpressions {
    let keyCondition: KeyCondition?
    let filter: Condition?
    let projection: Projection?

    init(_ options: PageOptions, keyCondition keyText: GivenExpression? = nil) throws(ServiceError) {
        let filterText = GivenExpression("FilterExpression", options.filterExpression)
        let valueUsers = [filterText] + (keyText.map { [$0] } ?? [])
        try options.legacy.refuse(
            besides: valueUsers + [GivenExpression("ProjectionExpression", options.projectionExpression)]
        )
        var placeholders = try options.parameters.placeholders(
            for: valueUsers,
            projection: options.projectionExpression
        )
        _ = try options.exclusiveStartKey?.checked()
        try options.requireFittingSelect()
        keyCondition = try keyText?.text.map { text throws(ServiceError) in
            try KeyCondition(parsing: text, using: &placeholders)
        }
        filter = try options.filterExpression.map { text throws(ServiceError) in
            try Condition(parsing: text, as: .filter, using: &placeholders)
        }
        projection = try options.projectionExpression.map { text throws(ServiceError) in
            try Projection(parsing: text, using: &placeholders)
        }
        try placeholders.requireAllUsed()
    }

    /// Checks the paths against the key of the table, once that is known.
    func requireFitting(_ schema: KeySchema) throws(ServiceError) {
        try schema.requireScalars(in: (filter?.paths ?? []) + (projection?.paths ?? []))
    }
}

extension PageOptions {
    var isConsistent: Bool { consistentRead ?? false }

    var countsOnly: Bool { select?.value == .count }

    /// Refuses a selection that does not go with the projection, or with reading a table.
    fileprivate func requireFittingSelect() throws(ServiceError) {
        let hasProjection = projectionExpression != nil
        switch select?.value {
        case nil: return
        case .specificAttributes:
            guard !hasProjection else { return }
            throw .validation(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
            )
        case .allProjectedAttributes:
            if hasProjection { throw Self.mustNotProject("get ALL_PROJECTED_ATTRIBUTES") }
            if indexName == nil {
                throw .validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")
            }
        case .allAttributes: if hasProjection { throw Self.mustNotProject("get ALL_ATTRIBUTES") }
        case .count: if hasProjection { throw Self.mustNotProject("get only the Count") }
        }
    }

    private static func mustNotProject(_ choice: String) -> ServiceError {
        .validation("Cannot specify the ProjectionExpression when choosing to \(choice)")
    }

    /// Refuses an index: there are none yet.
    func requireNoIndex() throws(ServiceError) {
        guard let indexName else { return }
        throw .validation("The table does not have the specified index: \(indexName)")
    }
}

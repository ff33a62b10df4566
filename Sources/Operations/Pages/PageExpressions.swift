// The expressions and the selection of a Query or a Scan, or the legacy parameters in their place.

import ApusExpressions
import ApusModel
import ApusWire

/// What a page request filters by and tells of each item, parsed and checked together.
struct PageExpressions {
    let keyCondition: KeyCondition?
    let filter: Condition?
    let projection: Projection?
    /// What a Query's messages call the filter.
    let filterName: String

    init(_ options: PageOptions, keyCondition keyText: GivenExpression? = nil) throws(ServiceError) {
        let filterText = GivenExpression("FilterExpression", options.filterExpression)
        let valueUsers = [filterText] + (keyText.map { [$0] } ?? [])
        try options.legacy.requireAlone(
            besides: valueUsers + [GivenExpression("ProjectionExpression", options.projectionExpression)]
        )
        var placeholders = try options.parameters.placeholders(
            for: valueUsers,
            projection: options.projectionExpression
        )
        _ = try options.exclusiveStartKey?.checked()
        try options.requireFittingSelect()
        let legacy = options.legacy.given
        keyCondition =
            if let text = keyText?.text {
                try KeyCondition(parsing: text, using: &placeholders)
            } else {
                try legacy?.keyCondition()
            }
        filter =
            if let text = options.filterExpression {
                try Condition(parsing: text, as: .filter, using: &placeholders)
            } else {
                try legacy?.filter()
            }
        projection =
            if let text = options.projectionExpression {
                try Projection(parsing: text, using: &placeholders)
            } else {
                try legacy?.projection()
            }
        filterName = options.filterExpression == nil && legacy != nil ? "QueryFilter" : "Filter Expression"
        try placeholders.requireAllUsed()
        try keyCondition?.requireForm(ofIndex: options.indexName != nil)
    }
}

extension PageOptions {
    var isConsistent: Bool { consistentRead ?? false }

    var countsOnly: Bool { select?.value == .count }

    /// Refuses a selection that does not go with the projection, or with reading a table.
    fileprivate func requireFittingSelect() throws(ServiceError) {
        switch select?.value {
        case nil: return
        case .specificAttributes:
            guard projectionParameter == nil else { return }
            throw .validation(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
            )
        case .allProjectedAttributes:
            try requireNoProjection(toDo: "get ALL_PROJECTED_ATTRIBUTES")
            if indexName == nil {
                throw .validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")
            }
        case .allAttributes: try requireNoProjection(toDo: "get ALL_ATTRIBUTES")
        case .count: try requireNoProjection(toDo: "get only the Count")
        }
    }

    private func requireNoProjection(toDo choice: String) throws(ServiceError) {
        guard let projectionParameter else { return }
        throw .validation("Cannot specify the \(projectionParameter) when choosing to \(choice)")
    }

    /// The parameter that says which attributes are wanted; nil where none does.
    private var projectionParameter: String? {
        if projectionExpression != nil { return "ProjectionExpression" }
        return legacy.given?.attributesToGet == nil ? nil : "AttributesToGet"
    }
}

// The projection of a request that has no other expression.

import ApusExpressions
import ApusModel
import ApusWire

extension Projection {
    /// Parses what a GetItem, or one table of a BatchGetItem, asks for of each item; nil where that is the whole item.
    static func parsed(
        _ text: String?,
        _ parameters: ExpressionParameters,
        _ legacy: LegacyParameters? = nil
    ) throws(ServiceError) -> Projection? {
        let expression = GivenExpression("ProjectionExpression", text)
        try legacy?.requireAlone(besides: [expression])
        var placeholders = try parameters.placeholders(for: [expression])
        guard let text else { return legacy?.areGiven == true ? try legacy?.given?.projection() : nil }
        let projection = try Projection(parsing: text, using: &placeholders)
        try placeholders.requireAllUsed()
        return projection
    }
}

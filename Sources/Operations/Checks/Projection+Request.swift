// The projection of a request that has no other expression.

import ApusExpressions
import ApusModel
import ApusWire

extension Projection {
    /// Parses the projection expression of a GetItem, or of one table of a BatchGetItem; nil where there is none.
    static func parsed(
        _ text: String?,
        _ parameters: ExpressionParameters,
        _ legacy: LegacyParameters
    ) throws(ServiceError) -> Projection? {
        let expression = GivenExpression("ProjectionExpression", text)
        try legacy.refuse(besides: [expression])
        var placeholders = try parameters.placeholders(for: [expression])
        let projection = try text.map { text throws(ServiceError) in
            try Projection(parsing: text, using: &placeholders)
        }
        try placeholders.requireAllUsed()
        return projection
    }
}

// Projections, filters and key conditions on the inputs of reads.

import ApusModel

/// A read of items by their keys that can leave out attributes: by itself, in a batch, or within a transaction.
public protocol ProjectedRead {
    /// The attributes to answer.
    var projectionExpression: String? { get set }
    /// What each `#name` of the projection stands for.
    var expressionAttributeNames: [String: String]? { get set }
}

extension ProjectedRead {
    /// The read of some attributes only; of all where the projection is nil.
    ///
    /// It takes the place of the projection and the names that the read has.
    ///
    /// - Throws: the reason why the projection cannot be sent.
    public func with(projection: ProjectionExpression?) throws(ExpressionError) -> Self {
        let expressions = try RequestExpressions(projection: projection)
        var read = self
        read.projectionExpression = expressions.projectionExpression
        read.expressionAttributeNames = expressions.expressionAttributeNames
        return read
    }
}

extension GetItemInput: ProjectedRead {}
extension KeysAndAttributes: ProjectedRead {}
extension Get: ProjectedRead {}

extension QueryInput {
    /// The input with the keys to read, and where wished a filter and a projection.
    ///
    ///     let input = try QueryInput(tableName: "Songs")
    ///         .with(keyCondition: KeyConditionExpression("artist", equals: "Nina"), filter: path("year") < 1960)
    ///
    /// They take the place of the expressions, the names and the values that the input has.
    ///
    /// - Throws: the reason why one of them cannot be sent.
    public func with(
        keyCondition: KeyConditionExpression,
        filter: ConditionExpression? = nil,
        projection: ProjectionExpression? = nil
    ) throws(ExpressionError) -> QueryInput {
        let expressions = try RequestExpressions(keyCondition: keyCondition, filter: filter, projection: projection)
        var input = self
        input.keyConditionExpression = expressions.keyConditionExpression
        input.filterExpression = expressions.filterExpression
        input.projectionExpression = expressions.projectionExpression
        input.expressionAttributeNames = expressions.expressionAttributeNames
        input.expressionAttributeValues = expressions.expressionAttributeValues
        return input
    }
}

extension ScanInput {
    /// The input with a filter, a projection, or both.
    ///
    /// They take the place of the expressions, the names and the values that the input has.
    ///
    /// - Throws: the reason why one of them cannot be sent.
    public func with(
        filter: ConditionExpression? = nil,
        projection: ProjectionExpression? = nil
    ) throws(ExpressionError) -> ScanInput {
        let expressions = try RequestExpressions(filter: filter, projection: projection)
        var input = self
        input.filterExpression = expressions.filterExpression
        input.projectionExpression = expressions.projectionExpression
        input.expressionAttributeNames = expressions.expressionAttributeNames
        input.expressionAttributeValues = expressions.expressionAttributeValues
        return input
    }
}

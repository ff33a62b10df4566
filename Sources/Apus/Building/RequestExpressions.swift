// The expressions of one request as it carries them.

import ApusModel

/// All expressions of one request in the API's own form, with the names and values that they share.
///
///     let expressions = try RequestExpressions(
///         update: UpdateExpression().add(-1, to: "stock"),
///         condition: path("stock") > 0
///     )
///
/// Each property bears the name of the parameter that it is for, and is nil where the request has no use for it:
///
///     input.updateExpression = expressions.updateExpression
///     input.conditionExpression = expressions.conditionExpression
///     input.expressionAttributeNames = expressions.expressionAttributeNames
///     input.expressionAttributeValues = expressions.expressionAttributeValues
///
/// Placeholders are numbered in the order in which update, condition, key condition, filter and projection speak of
/// them, so equal expressions have equal texts. Names and values that are equal share one placeholder.
public struct RequestExpressions: Equatable, Sendable {
    /// What an UpdateItem does.
    public let updateExpression: String?
    /// What the item of a write has to be like.
    public let conditionExpression: String?
    /// Which items a Query is about.
    public let keyConditionExpression: String?
    /// Which of the items that a Query or Scan reads it returns.
    public let filterExpression: String?
    /// Which parts of an item a read returns.
    public let projectionExpression: String?
    /// The name for each `#` placeholder; nil where no expression has one.
    public let expressionAttributeNames: [String: String]?
    /// The value for each `:` placeholder; nil where no expression has one.
    public let expressionAttributeValues: [String: AttributeValue]?

    /// Writes the expressions that a request is to have.
    ///
    /// - Throws: the reason why one of them cannot be sent, such as ``ExpressionError/emptyUpdate``.
    public init(
        update: UpdateExpression? = nil,
        condition: ConditionExpression? = nil,
        keyCondition: KeyConditionExpression? = nil,
        filter: ConditionExpression? = nil,
        projection: ProjectionExpression? = nil
    ) throws(ExpressionError) {
        var writer = ExpressionWriter()
        updateExpression = try update?.written(by: &writer)
        conditionExpression = try condition?.written(by: &writer)
        keyConditionExpression = try keyCondition?.written(by: &writer)
        filterExpression = try filter?.written(by: &writer)
        projectionExpression = try projection?.written(by: &writer)
        expressionAttributeNames = writer.attributeNames
        expressionAttributeValues = writer.attributeValues
    }
}

// Which items of a table or an index a Query is about.

import ApusModel

/// One partition, and where wanted a range of its sort keys.
///
///     KeyConditionExpression("artist", equals: "Nina Simone").and(SortKey("year").between(1960, and: 1969))
///
/// Key attributes are given by name; a dot in it is a part of the name.
public struct KeyConditionExpression: Sendable {
    private let condition: ConditionExpression

    private init(_ condition: ConditionExpression) {
        self.condition = condition
    }

    /// The items whose partition key has a value.
    public init(_ partitionKey: String, equals value: AttributeValue) {
        self.init(DocumentPath(name: partitionKey) == value)
    }

    /// Of these items, those whose sort key lies in a range.
    public func and(_ range: SortKeyRange) -> KeyConditionExpression {
        KeyConditionExpression(condition && range.condition)
    }

    /// Of these items, those with a value in another key attribute, for an index with several to its key.
    public func and(_ keyAttribute: String, equals value: AttributeValue) -> KeyConditionExpression {
        and(SortKey(keyAttribute) == value)
    }

    func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        try condition.written(by: &writer)
    }
}

/// What a sort key has to be like, built from a ``SortKey``.
public struct SortKeyRange: Sendable {
    fileprivate let condition: ConditionExpression

    fileprivate init(_ condition: ConditionExpression) {
        self.condition = condition
    }
}

/// The sort key of a table or an index, to say a range of it: `SortKey("year") >= 1960`.
///
/// Texts are ordered by their UTF-8 bytes, bytes as unsigned numbers. The values have to be of the key's own type.
public struct SortKey: Sendable {
    private let path: DocumentPath

    /// The sort key with a name.
    public init(_ name: String) {
        path = DocumentPath(name: name)
    }

    /// One sort key.
    public static func == (left: SortKey, right: AttributeValue) -> SortKeyRange { SortKeyRange(left.path == right) }
    /// All sort keys below a value.
    public static func < (left: SortKey, right: AttributeValue) -> SortKeyRange { SortKeyRange(left.path < right) }
    /// All sort keys up to a value, and the value itself.
    public static func <= (left: SortKey, right: AttributeValue) -> SortKeyRange { SortKeyRange(left.path <= right) }
    /// All sort keys above a value.
    public static func > (left: SortKey, right: AttributeValue) -> SortKeyRange { SortKeyRange(left.path > right) }
    /// All sort keys from a value on, and the value itself.
    public static func >= (left: SortKey, right: AttributeValue) -> SortKeyRange { SortKeyRange(left.path >= right) }

    /// All sort keys between two values, both of them included.
    public func between(_ lower: AttributeValue, and upper: AttributeValue) -> SortKeyRange {
        SortKeyRange(path.between(lower, and: upper))
    }

    /// All sort keys that begin with a text, or with bytes.
    public func begins(with prefix: AttributeValue) -> SortKeyRange {
        SortKeyRange(path.begins(with: prefix))
    }
}

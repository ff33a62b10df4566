// The operation SearchVectors. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Finds the items of a vector index that are nearest to a given vector.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/requestLimitExceeded``, ``ErrorCode/internalServerError``, ``ErrorCode/throttling``.
    public func searchVectors(
        _ input: SearchVectorsInput
    ) async throws(CallError) -> SearchVectorsOutput {
        try await send(SearchVectorsCommand(input))
    }
}

/// SearchVectors as a value, to be sent by a client. Finds the items of a vector index that are nearest to a given
/// vector.
public struct SearchVectorsCommand: Command {
    /// The name of the operation.
    public static let operation = "SearchVectors"
    /// What is asked.
    public let input: SearchVectorsInput

    /// A command of this input.
    public init(_ input: SearchVectorsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> SearchVectorsOutput {
        try SearchVectorsOutput(decoding: body)
    }
}

/// What SearchVectors is asked.
public struct SearchVectorsInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The vector index to search.
    public var indexName: String
    /// The vector to search near, 1 to 4096 numbers: as many as the index has dimensions.
    public var searchVector: [AttributeValue]
    /// The most items to answer, the nearest ones; at least 1.
    public var topK: Int
    /// How much to tell about the capacity used; `NONE` when absent.
    public var returnConsumedCapacity: ReturnConsumedCapacity?
    /// What each `#name` of the expressions stands for. All must be used.
    public var expressionAttributeNames: [String: String]?
    /// What each `:value` of the expressions stands for. All must be used.
    public var expressionAttributeValues: [String: AttributeValue]?
    /// The attributes to answer, as paths between commas.
    public var projectionExpression: String?
    /// What the items found must meet, by attributes of the index's search schema.
    public var searchConditionExpression: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        indexName: String,
        searchVector: [AttributeValue],
        topK: Int,
        returnConsumedCapacity: ReturnConsumedCapacity? = nil,
        expressionAttributeNames: [String: String]? = nil,
        expressionAttributeValues: [String: AttributeValue]? = nil,
        projectionExpression: String? = nil,
        searchConditionExpression: String? = nil
    ) {
        self.tableName = tableName
        self.indexName = indexName
        self.searchVector = searchVector
        self.topK = topK
        self.returnConsumedCapacity = returnConsumedCapacity
        self.expressionAttributeNames = expressionAttributeNames
        self.expressionAttributeValues = expressionAttributeValues
        self.projectionExpression = projectionExpression
        self.searchConditionExpression = searchConditionExpression
    }
}

extension SearchVectorsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("IndexName", of: indexName)
            writer.member("SearchVector", of: searchVector)
            writer.member("TopK", of: topK)
            writer.member("ReturnConsumedCapacity", of: returnConsumedCapacity)
            writer.member("ExpressionAttributeNames", of: expressionAttributeNames)
            writer.member("ExpressionAttributeValues", of: expressionAttributeValues)
            writer.member("ProjectionExpression", of: projectionExpression)
            writer.member("SearchConditionExpression", of: searchConditionExpression)
        }
    }
}

/// What SearchVectors answers.
public struct SearchVectorsOutput: Equatable, Sendable {
    /// The bytes charged. Absent unless `ReturnConsumedCapacity` asked for it.
    public var consumedCapacity: VectorCapacity?
    /// The items found, at most `TopK`.
    public var searchResults: [SearchResultItem]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        consumedCapacity: VectorCapacity? = nil,
        searchResults: [SearchResultItem] = []
    ) {
        self.consumedCapacity = consumedCapacity
        self.searchResults = searchResults
    }
}

extension SearchVectorsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "SearchVectorsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ConsumedCapacity": consumedCapacity = try reader.value()
            case "SearchResults": searchResults = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

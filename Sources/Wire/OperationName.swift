// The operations of the API, by name.

/// The operations that apus serves; the raw value is what stands behind the dot in `X-Amz-Target`.
package enum OperationName: String, CaseIterable, Sendable {
    case batchExecuteStatement = "BatchExecuteStatement"
    case batchGetItem = "BatchGetItem"
    case batchWriteItem = "BatchWriteItem"
    case createTable = "CreateTable"
    case deleteItem = "DeleteItem"
    case deleteTable = "DeleteTable"
    case describeContinuousBackups = "DescribeContinuousBackups"
    case describeEndpoints = "DescribeEndpoints"
    case describeLimits = "DescribeLimits"
    case describeStream = "DescribeStream"
    case describeTable = "DescribeTable"
    case describeTimeToLive = "DescribeTimeToLive"
    case executeStatement = "ExecuteStatement"
    case executeTransaction = "ExecuteTransaction"
    case getItem = "GetItem"
    case getRecords = "GetRecords"
    case getShardIterator = "GetShardIterator"
    case listStreams = "ListStreams"
    case listTables = "ListTables"
    case listTagsOfResource = "ListTagsOfResource"
    case putItem = "PutItem"
    case query = "Query"
    case scan = "Scan"
    case tagResource = "TagResource"
    case transactGetItems = "TransactGetItems"
    case transactWriteItems = "TransactWriteItems"
    case untagResource = "UntagResource"
    case updateItem = "UpdateItem"
    case updateTable = "UpdateTable"
    case updateTimeToLive = "UpdateTimeToLive"

    private static let byTarget = Dictionary(uniqueKeysWithValues: allCases.map { ($0.target, $0) })

    /// Reads the value of `X-Amz-Target`; nil for another service or an operation that is not served.
    package init?(target: String) {
        guard let operation = Self.byTarget[target] else { return nil }
        self = operation
    }

    /// The value of `X-Amz-Target`.
    package var target: String { "\(service).\(rawValue)" }

    /// What stands ahead of the dot.
    private var service: String {
        switch self {
        case .describeStream, .getRecords, .getShardIterator, .listStreams: "DynamoDBStreams_20120810"
        default: "DynamoDB_20120810"
        }
    }
}

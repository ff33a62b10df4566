// The services that share the API.

/// Which of the services of DynamoDB has an operation. They have names and hosts of their own on AWS, and are one on
/// apus.
public enum APIService: Sendable {
    /// Tables and items.
    case dynamoDB
    /// The streams of tables.
    case dynamoDBStreams

    /// What stands ahead of the operation in the header `X-Amz-Target`.
    var targetPrefix: String {
        switch self {
        case .dynamoDB: "DynamoDB_20120810"
        case .dynamoDBStreams: "DynamoDBStreams_20120810"
        }
    }
}

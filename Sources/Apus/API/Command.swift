// An operation with its input, as a value.

/// A call that a client can send: ``DynamoDBClient/send(_:)``.
///
/// The library has one for each operation of the API, such as ``GetItemCommand``. A type of one's own can stand for an
/// operation that is newer than the library.
public protocol Command: Sendable {
    /// What is asked.
    associatedtype Input: Sendable
    /// What is answered.
    associatedtype Output: Sendable

    /// The name of the operation, such as `GetItem`.
    static var operation: String { get }

    /// The service that has the operation: DynamoDB itself where the command does not say.
    static var service: APIService { get }

    /// What stands in the header `X-Amz-Target`: the version of the service's API, and the operation.
    static var target: String { get }

    /// What is asked.
    var input: Input { get }

    /// The body of the request: JSON.
    func body() -> [UInt8]

    /// The output that the body of an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    static func output(from body: [UInt8]) throws(CallError) -> Output
}

extension Command {
    /// DynamoDB itself.
    public static var service: APIService { .dynamoDB }

    /// The operation in the version 2012-08-10 of the service's API.
    public static var target: String { "\(service.targetPrefix).\(operation)" }
}

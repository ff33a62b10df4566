// What stands in the way of a call, from the client to the network and back.

/// A request on its way. A middleware may pass on another.
public struct ClientRequest: Sendable {
    /// The name of the operation, such as `GetItem`.
    public let operation: String
    /// Where it goes. Whoever changes it ahead of the signing needs to change no header.
    public var endpoint: Endpoint
    /// What is sent besides the body. The signing adds to it, and signs all that is there.
    public var headers: HeaderFields
    /// JSON.
    public var body: [UInt8]
    /// Which attempt of its call it is: 1 for the first, and 0 ahead of all attempts.
    public internal(set) var attempt = 0

    /// Makes an output of a good answer. An answer of which none can be made is a failed attempt.
    let read: @Sendable ([UInt8]) throws(CallError) -> any Sendable
}

/// What came back: an answer of the service, or of something on the way to it.
public struct ClientAnswer: Sendable {
    /// The status of HTTP: 200 for success.
    public var status: Int
    /// What came besides the body.
    public var headers: HeaderFields
    /// JSON. Changing it changes what the caller gets.
    public var body: [UInt8] {
        didSet { output = nil }
    }

    /// What the body has been read as.
    var output: (any Sendable)?

    /// An answer, for a transport or a middleware that answers by itself.
    public init(status: Int, headers: HeaderFields = [:], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Looks at calls on their way, or changes them: ``ClientConfiguration/callMiddleware`` stands around each call with
/// all its attempts, ``ClientConfiguration/attemptMiddleware`` around each attempt, ahead of its signing.
///
/// ```swift
/// struct Tagging: Middleware {
///     func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
///         var request = request
///         request.headers["x-trace"] = "42"
///         return try await next(request)
///     }
/// }
/// ```
public protocol Middleware: Sendable {
    /// The rest of the way.
    typealias Next = @Sendable (ClientRequest) async throws(CallError) -> ClientAnswer

    /// Passes a request on, once, not at all or several times, and answers what comes back.
    ///
    /// Around an attempt a refusal comes back as an answer whose status is not 200; around a call it is thrown.
    func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer
}

extension Middleware {
    /// This middleware in front of the rest of the way.
    func ahead(of next: @escaping Next) -> Next {
        { request async throws(CallError) in try await handle(request, next: next) }
    }
}

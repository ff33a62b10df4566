// What every operation of the API is: a request in, an answer or a refusal out.

import ApusModel
import ApusWire

/// An operation of the API.
protocol Operation: SendableMetatype {
    associatedtype Request: WireRequest
    associatedtype Response: WireResponse
    typealias Answer = @Sendable (Result<Response, any Error>) -> Void

    static var name: OperationName { get }

    /// Checks the request and runs it. Refuses by throwing before anything has begun; whatever comes later goes to
    /// `answer`, which is called once, on the context's executor or at once.
    static func run(
        _ request: Request,
        in context: RequestContext,
        answer: @escaping Answer
    ) throws(ServiceError)
}

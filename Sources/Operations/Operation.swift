// What every operation of the API is: a request in, an answer or a refusal out.

import ApusModel
import ApusWire

/// An operation of the API.
protocol Operation: SendableMetatype {
    associatedtype Request: WireRequest
    associatedtype Response: WireResponse
    typealias Answer = @Sendable (Result<Response, any Error>) -> Void

    static var name: OperationName { get }
    /// Whether each entry of a request meets faults by itself: the operation hands it back, or tells a reason for it.
    static var takesEntriesSingly: Bool { get }
    /// How many entries of a batch an answer hands back.
    static func unprocessedCount(in response: Response) -> Int
    /// Whether the operation creates, changes or deletes a table, of which there may be only so many in a second.
    static var changesTables: Bool { get }

    /// Checks the request and runs it. Refuses by throwing before anything has begun; whatever comes later goes to
    /// `answer`, which is called once, on the context's executor or at once.
    static func run(
        _ request: Request,
        in context: RequestContext,
        answer: @escaping Answer
    ) throws(ServiceError)
}

extension Operation {
    static var takesEntriesSingly: Bool { false }
    static func unprocessedCount(in response: Response) -> Int { 0 }
    static var changesTables: Bool { false }

    /// Runs the operation, unless it changes a table and too many of these have come before.
    static func runAdmitted(
        _ request: Request,
        in context: RequestContext,
        answer: @escaping Answer
    ) throws(ServiceError) {
        if changesTables { try context.database.controlPlane.admit(in: context.region, context.database.clock.now) }
        try run(request, in: context, answer: answer)
    }
}

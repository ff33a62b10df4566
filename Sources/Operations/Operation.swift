// What every operation of the API is: a request in, an answer or a refusal out.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusWire

/// What an operation works with, and for whom.
package struct RequestContext: Sendable {
    package let database: Database
    package let chance: any Chance
    /// The region and the account whose tables the request is about.
    package let region: String
    package let account: String
    /// The host that the client has called.
    package let host: String
    /// Where the answer is wanted.
    package let executor: any CompletionExecutor

    package init(
        database: Database,
        chance: any Chance,
        region: String,
        account: String,
        host: String,
        executor: any CompletionExecutor
    ) {
        self.database = database
        self.chance = chance
        self.region = region
        self.account = account
        self.host = host
        self.executor = executor
    }
}

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

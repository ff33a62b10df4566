// DescribeLimits: how much throughput the account may have.

import ApusModel
import ApusWire

enum DescribeLimits: Operation {
    static let name = OperationName.describeLimits

    static func run(
        _ request: EmptyRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<DescribeLimitsResponse, any Error>) -> Void
    ) throws(ServiceError) {
        answer(.success(DescribeLimitsResponse()))
    }
}

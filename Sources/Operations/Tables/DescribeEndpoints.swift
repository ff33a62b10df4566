// DescribeEndpoints: where the service is to be found, for clients that discover it.

import ApusModel
import ApusWire

enum DescribeEndpoints: Operation {
    static let name = OperationName.describeEndpoints

    /// A day, as the service answers.
    private static let cachePeriodMinutes = 1_440

    static func run(
        _ request: EmptyRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<DescribeEndpointsResponse, any Error>) -> Void
    ) throws(ServiceError) {
        answer(
            .success(DescribeEndpointsResponse(address: context.host, cachePeriodMinutes: cachePeriodMinutes))
        )
    }
}

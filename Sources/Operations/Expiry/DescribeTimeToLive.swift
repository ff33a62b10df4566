// DescribeTimeToLive: whether a table deletes its items once they have expired.

import ApusDatabase
import ApusModel
import ApusWire

enum DescribeTimeToLive: Operation {
    static let name = OperationName.describeTimeToLive

    static func run(
        _ request: TableNameRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<DescribeTimeToLiveResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let name = try request.checkedName(in: context)
        guard let (_, state) = context.database.catalog.table(named: name, in: context.region) else {
            throw .tableNotFound(name)
        }
        guard state != .creating else {
            throw .validation(
                "Cannot describe time to live while table is in CREATING state: Current table state is CREATING"
            )
        }
        answer(.success(DescribeTimeToLiveResponse(status: .disabled)))
    }
}

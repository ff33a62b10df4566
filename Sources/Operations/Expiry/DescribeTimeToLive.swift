// DescribeTimeToLive: whether a table removes its items once they have expired.

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
        guard let (table, state) = context.database.catalog.table(named: name, in: context.region) else {
            throw .tableNotFound(name)
        }
        guard state != .creating else {
            throw .validation(
                "Cannot describe time to live while table is in CREATING state: Current table state is CREATING"
            )
        }
        let setting = table.definition.settings.expiry
        let expiryState = setting?.state(at: context.database.clock.now) ?? .disabled
        answer(
            .success(
                DescribeTimeToLiveResponse(
                    state: expiryState,
                    attributeName: expiryState == .disabled ? nil : setting?.attributeName
                )
            )
        )
    }
}

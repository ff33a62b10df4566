// DescribeContinuousBackups: whether a table can be restored to a point in time.

import ApusDatabase
import ApusModel
import ApusWire

enum DescribeContinuousBackups: Operation {
    static let name = OperationName.describeContinuousBackups

    static func run(
        _ request: DescribeContinuousBackupsRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<DescribeContinuousBackupsResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let text = request.tableName ?? ""
        guard let name = context.tableName(text), context.database.catalog.table(named: name, in: context.region) != nil
        else { throw ServiceError(.tableNotFound, "Table not found: \(text)") }
        // The service says ENABLED of every table, even of one that cannot be restored.
        answer(
            .success(
                DescribeContinuousBackupsResponse(continuousBackups: .enabled, pointInTimeRecovery: .disabled)
            )
        )
    }
}

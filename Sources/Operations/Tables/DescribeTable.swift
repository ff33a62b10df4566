// DescribeTable: tells what a table is, and in which state.

import ApusDatabase
import ApusModel
import ApusWire

enum DescribeTable: Operation {
    static let name = OperationName.describeTable

    static func run(
        _ request: TableNameRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TableResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let name = try request.checkedName(in: context)
        guard let (table, _) = context.database.catalog.table(named: name, in: context.region) else {
            throw .tableNotFound(name)
        }
        answer(
            Result {
                var description = TableDescription(of: table, in: context)
                description.count(try context.database.statistics(of: table))
                return TableResponse(description, under: .table)
            }
        )
    }
}

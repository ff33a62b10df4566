// DeleteTable: deletes a table with all its items.

import ApusDatabase
import ApusModel
import ApusWire

enum DeleteTable: Operation {
    static let name = OperationName.deleteTable
    static let changesTables = true

    static func run(
        _ request: TableNameRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TableResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let name = try request.checkedName(in: context)
        context.database.deleteTable(named: name, in: context.region, completingOn: context.executor) { result in
            answer(
                result.map { table in
                    var description = TableDescription(of: table, as: .deleting, in: context)
                    description.forgetKeys()
                    return TableResponse(description, under: .tableDescription)
                }
            )
        }
    }
}

// CreateTable: checks the definition of a table and creates it.

import ApusDatabase
import ApusModel
import ApusWire

enum CreateTable: Operation {
    static let name = OperationName.createTable
    static let changesTables = true

    static func run(
        _ request: CreateTableRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TableResponse, any Error>) -> Void
    ) throws(ServiceError) {
        guard let text = request.tableName else { throw .missingTableName }
        guard let name = TableName(text) else { throw .tableNotFound }
        let plan = try TablePlan(name, request, in: context)
        context.database.createTable(
            named: name,
            in: context.region,
            completingOn: context.executor,
            make: plan.definition(at:)
        ) { result in
            answer(
                result.map { table in
                    TableResponse(
                        TableDescription(of: table, as: .creating, in: context),
                        under: .tableDescription
                    )
                }
            )
        }
    }
}

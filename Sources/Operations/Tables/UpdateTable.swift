// UpdateTable: changes the throughput, the indexes or the settings of a table.

import ApusDatabase
import ApusModel
import ApusWire

enum UpdateTable: Operation {
    static let name = OperationName.updateTable
    static let changesTables = true

    static func run(
        _ request: UpdateTableRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TableResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let update = try TableUpdate(request) { specification throws(ServiceError) in
            try TableEncryption(specification, in: context)
        }
        guard let name = context.tableName(request.tableName) else { throw .tableNotFound }
        let before = context.database.catalog.table(named: name, in: context.region)?.table.definition
        context.database.alterTable(named: name, in: context.region, completingOn: context.executor) {
            definition,
            moment in
            try update.apply(to: &definition, at: moment)
        } completion: { result in
            answer(
                Result {
                    let table = try result.get()
                    // What takes time is told to take time, even where it is over at once.
                    let isUpdating = update.takesTime && table.definition != before
                    var description = TableDescription(of: table, as: isUpdating ? .updating : .active, in: context)
                    description.count(try context.database.statistics(of: table))
                    return TableResponse(description, under: .tableDescription)
                }
            )
        }
    }
}

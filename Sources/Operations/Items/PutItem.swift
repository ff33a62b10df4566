// PutItem: stores an item in the place of whatever has its key.

import ApusDatabase
import ApusModel
import ApusWire

enum PutItem: Operation {
    static let name = OperationName.putItem

    static func run(
        _ request: PutItemRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<WriteItemResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let options = request.options
        let expressions = try WriteExpressions(options) { () throws(ServiceError) in
            _ = try request.item!.checked()
            try options.requireOldItemOrNone()
        }
        let table = try context.activeTable(request.tableName)
        try expressions.requireFitting(table)
        let change = try ItemChange(
            putting: request.item!.value,
            in: table,
            condition: expressions.condition,
            images: options.returnValues?.value == .allOld ? .old : [],
            tellsConflict: options.tellsConflict
        )
        context.database.apply([change], completingOn: context.executor) { result in
            answer(result.map { WriteItemResponse(options, attributes: $0[0].old, of: $0[0], after: change) })
        }
    }
}

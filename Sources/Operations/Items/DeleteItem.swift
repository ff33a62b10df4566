// DeleteItem: deletes the item that has a key, if there is one.

import ApusDatabase
import ApusModel
import ApusWire

enum DeleteItem: Operation {
    static let name = OperationName.deleteItem

    static func run(
        _ request: DeleteItemRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<WriteItemResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let options = request.options
        let expressions = try WriteExpressions(options) { () throws(ServiceError) in
            _ = try request.key!.checked()
            try options.requireOldItemOrNone()
        }
        let table = try context.activeTable(request.tableName)
        try expressions.requireFitting(table)
        let change = ItemChange(
            table: table,
            key: try PrimaryKey(request.key!.value, by: table.keySchema),
            action: .delete,
            condition: expressions.condition,
            images: options.returnValues?.value == .allOld ? .old : [],
            tellsConflict: options.tellsConflict
        )
        context.database.apply([change], completingOn: context.executor) { result in
            answer(result.map { WriteItemResponse(options, attributes: $0[0].old, of: $0[0], after: change) })
        }
    }
}

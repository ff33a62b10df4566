// UpdateItem: changes attributes of an item, or creates it.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusWire

enum UpdateItem: Operation {
    static let name = OperationName.updateItem

    static func run(
        _ request: UpdateItemRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<WriteItemResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let options = request.options
        let expressions = try WriteExpressions(
            options,
            updateExpression: GivenExpression("UpdateExpression", request.updateExpression)
        ) { () throws(ServiceError) in
            _ = try request.key!.checked()
        }
        let table = try context.activeTable(request.tableName)
        let key = try PrimaryKey(request.key!.value, by: table.keySchema)
        try expressions.requireFitting(table)
        let wanted = options.returnValues?.value ?? .none
        let change = ItemChange(
            table: table,
            key: key,
            action: .update(expressions.update),
            condition: expressions.condition,
            images: wanted.images,
            tellsConflict: options.tellsConflict
        )
        context.database.apply([change], completingOn: context.executor) { result in
            answer(
                result.map { outcomes in
                    let attributes = wanted.attributes(of: outcomes[0], touchedBy: expressions.update)
                    return WriteItemResponse(options, attributes: attributes, of: outcomes[0], after: change)
                }
            )
        }
    }
}

extension ReturnValues {
    /// The states of the item that the answer needs.
    fileprivate var images: ItemImages {
        switch self {
        case .none: []
        case .allOld, .updatedOld: .old
        case .allNew, .updatedNew: .new
        }
    }

    /// What the answer tells of the item; nil where nothing of it is wanted or there.
    fileprivate func attributes(of outcome: ItemOutcome, touchedBy update: Update?) -> Item? {
        switch self {
        case .none: return nil
        case .allOld: return outcome.old
        case .allNew: return outcome.new
        case .updatedOld, .updatedNew:
            guard let update, let item = self == .updatedOld ? outcome.old : outcome.new else { return nil }
            let touched = update.touched(in: item)
            return touched.isEmpty ? nil : touched
        }
    }
}

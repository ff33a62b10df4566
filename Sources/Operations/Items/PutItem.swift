// PutItem: stores an item in the place of whatever has its key.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusThroughput
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
        try expressions.requireFitting(table.keySchema)
        let change = try ItemChange(
            putting: request.item!.value,
            in: table,
            condition: expressions.condition,
            images: options.returnValues?.value == .allOld ? .old : [],
            tellsConflict: options.tellsConflict
        )
        context.database.apply([change], completingOn: context.executor) { result in
            answer(result.map { WriteItemResponse(options, attributes: $0[0].old, of: $0[0], in: table) })
        }
    }
}

extension ItemChange {
    /// A put, checked against the table: its key, and its size.
    init(
        putting item: Item,
        in table: Table,
        condition: Condition? = nil,
        images: ItemImages = [],
        tellsConflict: Bool = false
    ) throws(ServiceError) {
        let key = try PrimaryKey(of: item, by: table.keySchema)
        let row = EncodedRow(item)
        guard row.itemSize <= Limits.itemBytes else {
            throw .validation("Item size has exceeded the maximum allowed size")
        }
        self.init(
            table: table,
            key: key,
            action: .put(row, item),
            condition: condition,
            images: images,
            tellsConflict: tellsConflict
        )
    }
}

extension WriteItemResponse {
    /// The answer to a write: the attributes asked for, and the capacity where it was asked for.
    init(_ options: WriteOptions, attributes: Item?, of outcome: ItemOutcome, in table: Table) {
        self.init(
            attributes: attributes,
            consumedCapacity: ConsumedCapacity(
                of: table,
                units: outcome.writeUnits,
                asked: options.returnConsumedCapacity
            )
        )
    }
}

extension ItemOutcome {
    /// The capacity that the change took: the larger of the two sizes counts.
    var writeUnits: Double { CapacityUnits.writing(bytes: max(oldSize, newSize)) }
}

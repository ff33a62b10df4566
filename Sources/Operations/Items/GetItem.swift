// GetItem: reads one item by its key.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire

enum GetItem: Operation {
    static let name = OperationName.getItem

    static func run(
        _ request: GetItemRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<GetItemResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let projection = try Projection.parsed(request.projectionExpression, request.parameters, request.legacy)
        let attributes = try request.key!.checked()
        let table = try context.activeTable(request.tableName)
        try table.keySchema.requireScalars(in: projection?.paths ?? [])
        let key = try PrimaryKey(attributes, by: table.keySchema)
        let read = ItemRead(
            of: key,
            in: table,
            isConsistent: request.consistentRead ?? false,
            staleness: context.staleness
        )
        context.database.readItem(read, completingOn: context.executor) { row throws(StorageError) in
            var writer = JSONWriter(reservingBytes: 2 * row.itemSize)
            try writer.item(row, projection: projection)
            return writer.bytes
        } completion: { result in
            answer(
                result.map { item in
                    GetItemResponse(
                        item: item.bytes,
                        consumedCapacity: ConsumedCapacity(
                            of: table,
                            ConsumedUnits(table: item.units),
                            asked: request.returnConsumedCapacity
                        )
                    )
                }
            )
        }
    }
}

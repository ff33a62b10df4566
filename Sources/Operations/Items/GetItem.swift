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
        context.database.readItem(key, of: table, completingOn: context.executor) { row throws(StorageError) in
            var writer = JSONWriter(reservingBytes: 2 * row.itemSize)
            try writer.item(row, projection: projection)
            return writer.bytes
        } completion: { result in
            answer(
                result.map { item in
                    let units = CapacityUnits.reading(
                        bytes: item?.size ?? 0,
                        isConsistent: request.consistentRead ?? false
                    )
                    return GetItemResponse(
                        item: item?.bytes,
                        consumedCapacity: ConsumedCapacity(
                            of: table,
                            ConsumedUnits(table: units),
                            asked: request.returnConsumedCapacity
                        )
                    )
                }
            )
        }
    }
}

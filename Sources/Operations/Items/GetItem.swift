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
        let projection = try projection(of: request)
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
                            units: units,
                            asked: request.returnConsumedCapacity
                        )
                    )
                }
            )
        }
    }

    private static func projection(of request: GetItemRequest) throws(ServiceError) -> Projection? {
        let expression = GivenExpression("ProjectionExpression", request.projectionExpression)
        try request.legacy.refuse(besides: [expression])
        var placeholders = try request.parameters.placeholders(for: [expression])
        let projection = try request.projectionExpression.map { text throws(ServiceError) in
            try Projection(parsing: text, using: &placeholders)
        }
        try placeholders.requireAllUsed()
        return projection
    }
}

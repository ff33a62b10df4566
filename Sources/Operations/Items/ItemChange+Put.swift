// A put, as PutItem, BatchWriteItem and transactions make it.

import ApusDatabase
import ApusExpressions
import ApusModel

extension ItemChange {
    /// A put, checked against the table: its key, and its size.
    init(
        putting item: Item,
        in table: Table,
        condition: Condition? = nil,
        origin: ChangeOrigin = .request,
        images: ItemImages = [],
        tellsConflict: Bool = false
    ) throws(ServiceError) {
        let key = try PrimaryKey(of: item, by: table.keySchema)
        try table.requireIndexKeys(of: item)
        let row = EncodedRow(item)
        guard row.itemSize <= Limits.itemBytes else { throw .itemTooLarge }
        self.init(
            table: table,
            key: key,
            action: .put(row, item),
            condition: condition,
            origin: origin,
            images: images,
            tellsConflict: tellsConflict
        )
    }
}

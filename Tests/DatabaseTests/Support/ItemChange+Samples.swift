// Changes of items as short as tests write them.

import ApusExpressions
import ApusModel

@testable import ApusDatabase

extension ItemChange {
    static func put(_ item: Item, in table: Table, images: ItemImages = []) -> ItemChange {
        ItemChange(
            table: table,
            key: PrimaryKey(item, of: table),
            action: .put(EncodedRow(item), item),
            images: images
        )
    }

    static func update(
        _ text: String,
        _ values: [(key: String, value: AttributeValue)]? = nil,
        of key: Item,
        in table: Table
    ) throws -> ItemChange {
        ItemChange(
            table: table,
            key: PrimaryKey(key, of: table),
            action: .update(try Update(text, values: values)),
            images: .new
        )
    }

    static func delete(_ key: Item, in table: Table) -> ItemChange {
        ItemChange(table: table, key: PrimaryKey(key, of: table), action: .delete)
    }
}

extension PrimaryKey {
    /// The key of an item of a test's table, whose attributes are `id` and `at`.
    init(_ item: Item, of table: Table) {
        self.init(partition: item["id"]!, sort: table.keySchema.sort.isEmpty ? nil : item["at"]!)
    }
}

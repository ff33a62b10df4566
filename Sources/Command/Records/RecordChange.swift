// What a record asks for.

import ApusModel

/// The change of a table that a record stands for.
enum RecordChange: Equatable, Sendable {
    case put(Item)
    /// The item with this key goes.
    case delete(Item)

    /// The item of a put.
    func item() throws(RecordFault) -> Item {
        guard case .put(let item) = self else { throw RecordFault("the record is a delete, where an item is wanted") }
        return item
    }
}

// What a record asks for.

import ApusModel

/// The change of a table that a record stands for.
enum RecordChange: Equatable, Sendable {
    case put(Item)
    /// The item with this key goes.
    case delete(Item)
}

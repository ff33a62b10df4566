// A change of a history, small enough to be kept: what it writes follows from it.

/// What is to be done to one key of one table, and whether a table takes it.
struct HistoryChange: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// Writes an item with so many letters beside its key.
        case put(letters: Int)
        case delete
        /// An item that is larger than any may be.
        case tooLarge
        /// An item whose partition key is of another type than the table's.
        case wrongType
        /// An item without its partition key.
        case keyless
        /// A delete that names more than the key.
        case overfullKey
    }

    /// The how-manieth change of its history it is, from 1 on.
    let number: Int
    /// The place of its table among those of the history.
    let table: Int
    /// The key, as a number.
    let slot: Int
    let kind: Kind

    /// Whether it is refused by every table.
    var isFaulty: Bool {
        switch kind {
        case .put, .delete: false
        case .tooLarge, .wrongType, .keyless, .overfullKey: true
        }
    }

    var place: Place { Place(table: table, slot: slot) }

    /// One key of one table.
    struct Place: Hashable, Sendable {
        let table: Int
        let slot: Int
    }
}

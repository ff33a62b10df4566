// A wish to alter one item, whichever operation it comes from.

import ApusExpressions
import ApusModel

/// What is to become of one item, and under which condition.
package struct ItemChange: Sendable {
    /// What is to become of the item.
    package enum Action: Sendable {
        /// Store this item in the place of whatever is there.
        case put(EncodedRow, Item)
        case update(Update?)
        case delete
    }

    package let table: Table
    package let key: PrimaryKey
    package let action: Action
    package let condition: Condition?
    /// Which images of the item the outcome is to contain.
    package let images: ItemImages
    /// Whether a failed condition is to tell the item that it failed on.
    package let tellsConflict: Bool
    let entryKey: [UInt8]

    package init(
        table: Table,
        key: PrimaryKey,
        action: Action,
        condition: Condition? = nil,
        images: ItemImages = [],
        tellsConflict: Bool = false
    ) {
        self.table = table
        self.key = key
        self.action = action
        self.condition = condition
        self.images = images
        self.tellsConflict = tellsConflict
        // Worked out here, on the caller's thread: there is but one writer thread.
        entryKey = table.entryKey(for: key)
    }
}

/// The states of an item around a change.
package struct ItemImages: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let old = ItemImages(rawValue: 1)
    package static let new = ItemImages(rawValue: 2)
}

/// What has become of an item.
package struct ItemOutcome: Sendable {
    /// The item before, where it was asked for and there was one.
    package let old: Item?
    /// The item after, where it was asked for and there is one.
    package let new: Item?
    /// The sizes before and after, in bytes; 0 for no item.
    package let oldSize: Int
    package let newSize: Int
}

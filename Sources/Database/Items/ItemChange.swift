// A wish to alter one item, whichever operation it comes from.

import ApusExpressions
import ApusModel
import ApusThroughput

/// What is to become of one item, and under which condition.
package struct ItemChange: Sendable {
    /// What is to become of the item.
    package enum Action: Sendable {
        /// Store this item in the place of whatever is there.
        case put(EncodedRow, Item)
        case update(Update?)
        case delete
        /// Leave the item as it is: only the condition counts.
        case check
    }

    package let table: Table
    package let key: PrimaryKey
    package let action: Action
    package let condition: Condition?
    /// On whose account the item changes.
    package let origin: ChangeOrigin
    /// Which images of the item the outcome is to contain.
    package let images: ItemImages
    /// Whether a failed condition is to tell the item that it failed on.
    package let tellsConflict: Bool
    let entryKey: [UInt8]
    /// Where among the partitions of the table its item is.
    let keyPlace: KeyPlace

    package init(
        table: Table,
        key: PrimaryKey,
        action: Action,
        condition: Condition? = nil,
        origin: ChangeOrigin = .request,
        images: ItemImages = [],
        tellsConflict: Bool = false
    ) {
        self.table = table
        self.key = key
        self.action = action
        self.condition = condition
        self.origin = origin
        self.images = images
        self.tellsConflict = tellsConflict
        // Worked out here, on the caller's thread: there is but one writer thread.
        entryKey = table.entryKey(for: key)
        keyPlace = table.keyPlace(of: entryKey)
    }
}

/// On whose account an item changes, which tells what the change costs.
package enum ChangeOrigin: Sendable {
    /// A request, or one entry of a batch.
    case request
    /// An action of a transaction, which is prepared and then done: it takes twice the units.
    case transaction
    /// The service itself, because the item has expired. That takes no throughput.
    case expiry

    /// How many times the units of a plain write a change takes.
    var unitsFactor: Double {
        switch self {
        case .request: 1
        case .transaction: 2
        case .expiry: 0
        }
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
    /// What the change took of the table and of each index.
    package internal(set) var consumed: ConsumedUnits
    /// How large the item's collection is after the change, in bytes, in a table with local indexes.
    package internal(set) var collectionBytes: Int?

    /// The outcome as far as the item itself goes: the larger of its two sizes counts.
    init(of change: ItemChange, old: ItemState?, new: ItemState?) {
        self.old = change.images.contains(.old) ? old?.item : nil
        self.new = change.images.contains(.new) ? new?.item : nil
        oldSize = old?.size ?? 0
        newSize = new?.size ?? 0
        consumed = ConsumedUnits(table: change.units(writing: max(oldSize, newSize)))
    }
}

extension ItemChange {
    /// The units that writing an item of so many bytes takes in this change.
    func units(writing bytes: Int) -> Double {
        CapacityUnits.writing(bytes: bytes) * origin.unitsFactor
    }
}

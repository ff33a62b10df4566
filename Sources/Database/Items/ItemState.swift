// An item before or after a change, as far as the change needs to see it.

import ApusModel

/// An item that is there, before or after a change.
struct ItemState {
    /// Its size by the service's measure, in bytes.
    let size: Int
    /// The item itself; nil where only its size was read.
    let item: Item?
    /// Its stored form, where it is to be written.
    let row: EncodedRow?
    /// When it expires, of one that was there before the change; nil where it does not, or its table does not ask.
    var expiryTime: Timestamp?

    init(size: Int, item: Item?) {
        self.size = size
        self.item = item
        row = nil
    }

    /// An item that is to be written.
    init(_ item: Item, _ row: EncodedRow) {
        size = row.itemSize
        self.item = item
        self.row = row
    }
}

// An item before or after a change, as far as the change needs to see it.

import ApusModel

/// An item that is there, before or after a change.
struct ItemState {
    /// Its size by the service's measure, in bytes.
    let size: Int
    /// The item itself; nil where only its size was read.
    let item: Item?
    /// The bytes that are stored of it, where the log of changes may show them.
    let stored: [UInt8]?
    /// Its stored form, where it is to be written.
    private(set) var row: EncodedRow?
    /// When it expires, of one that was there before the change; nil where it does not, or its table does not ask.
    var expiryTime: Timestamp?

    init(size: Int, item: Item?, stored: [UInt8]? = nil) {
        self.size = size
        self.item = item
        self.stored = stored
    }

    /// An item that is to be written.
    init(_ item: Item, _ row: EncodedRow) {
        size = row.itemSize
        self.item = item
        self.row = row
        stored = nil
    }

    /// Sets when it is written.
    mutating func stamp(_ stamp: WriteStamp) {
        row?.stamp(stamp)
    }
}

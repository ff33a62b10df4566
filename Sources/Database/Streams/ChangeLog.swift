// The log of changes, where tables with a stream write down what becomes of their items.

import ApusModel
import ApusStorage
import Synchronization

/// Adds changes to the logs of streams. Used on the writer thread, but for `takeLateStreams`.
final class ChangeLog: Sendable {
    private let stamps: StampSource
    /// The streams whose shards are to make room for others, as changes have found.
    private let lateStreams = Mutex<Set<UInt32>>([])

    init(stamps: StampSource) {
        self.stamps = stamps
    }

    /// The streams that changes have found to be late since this was asked last.
    func takeLateStreams() -> Set<UInt32> {
        lateStreams.withLock { streams in
            defer { streams = [] }
            return streams
        }
    }

    /// Adds a change to the log of its table's stream, unless it leaves the item as it was.
    func append(
        _ transition: ItemTransition,
        to stream: UInt32,
        in transaction: any WriteTransaction,
        at now: Timestamp
    ) throws(StorageError) {
        guard try transition.changesItem() else { return }
        let table = transition.table
        let open = try transaction.openStream(stream, of: table)
        if open.isLate(for: table, at: now) { lateStreams.withLock { _ = $0.insert(stream) } }
        let entry = ChangeEntry(transition, shownAs: open.stream.viewType)
        let shard = open.shard(of: transition.change.partitionHash)
        transaction.put(entry.bytes, for: KeySpace.change(SequenceNumber(stamps.next()), shard: shard, of: stream))
    }
}

/// An item before and after a change.
struct ItemTransition {
    let change: ItemChange
    let table: Table
    let old: ItemState?
    let new: ItemState?

    fileprivate func changesItem() throws(StorageError) -> Bool {
        // Equal items have equal sizes, however they were written. So it is rare that more has to be looked at.
        guard let old, let new, old.size == new.size, let oldRow = old.stored, let newRow = new.row?.bytes else {
            return true
        }
        let start = RowFormat.headerBytes
        if oldRow[start...].elementsEqual(newRow[start...]) { return false }
        return try old.wholeItem() != new.item
    }
}

extension ChangeEntry {
    fileprivate init(_ transition: ItemTransition, shownAs viewType: StreamViewType) {
        let (old, new) = (transition.old, transition.new)
        let key = transition.change.key.attributes(by: transition.table.keySchema)
        self.init(
            old == nil ? .insert : new == nil ? .remove : .modify,
            isExpiry: transition.change.origin == .expiry,
            key: EncodedRow(key).bytes,
            old: viewType.showsOld ? old?.stored : nil,
            new: viewType.showsNew ? new?.row?.bytes : nil
        )
    }
}

extension StreamViewType {
    fileprivate var showsOld: Bool { self == .oldImage || self == .newAndOldImages }
    fileprivate var showsNew: Bool { self == .newImage || self == .newAndOldImages }
}

extension ItemChange {
    /// The hash of the partition key, which stands in the key of the item.
    fileprivate var partitionHash: UInt32 {
        entryKey[KeySpace.entryPrefixLength..<KeySpace.entryPrefixLength + PartitionHash.byteCount]
            .reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension ItemState {
    /// The item, read from its stored form where only that is there.
    fileprivate func wholeItem() throws(StorageError) -> Item? {
        if let item { return item }
        return try stored?.withUnsafeBufferPointer { bytes throws(StorageError) in
            var reader = try RowReader(UnsafeRawBufferPointer(bytes))
            return try reader.readItem()
        }
    }
}

// The items that transactions in preparation hold.

import Synchronization

/// Items that nobody else may write, and no transaction read, until the transactions that hold them have come to
/// their end.
///
/// Claims live in memory only: a transaction that a crash cuts short has written nothing, and its items are free again.
package final class ItemClaims: Sendable {
    // Every write asks; hardly ever is anything held.
    private let count = Atomic(0)
    private let held = Mutex<Set<[UInt8]>>([])

    init() {}

    func hold(_ places: some Sequence<ItemPlace>) {
        held.withLock { held in
            for place in places { held.insert(place.entryKey) }
            count.store(held.count, ordering: .releasing)
        }
    }

    func release(_ places: some Sequence<ItemPlace>) {
        held.withLock { held in
            for place in places { held.remove(place.entryKey) }
            count.store(held.count, ordering: .releasing)
        }
    }

    /// Whether a transaction in preparation holds the item whose key in the store this is.
    func holds(_ entryKey: [UInt8]) -> Bool {
        guard count.load(ordering: .acquiring) > 0 else { return false }
        return held.withLock { $0.contains(entryKey) }
    }
}

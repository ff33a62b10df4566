// The changes that are held to each key of one table, in order.

import ApusModel

/// A change as the planner sees it.
struct PlannedChange: Sendable {
    let number: Int
    let bytes: Int
    /// What it is thought to cost, in write capacity units.
    let units: Double
    var attempts = 0
}

/// A slot for each key that changes are held to. The newest change of a slot stands for all of them.
///
/// A slot is what a lane knows as an entry: it is sent with its newest change. What comes while it is in flight stays
/// behind the change that was sent, and is the newest as soon as that one is settled or back.
struct ChangeSlots: Sendable {
    private struct Slot {
        let key: ItemKey
        var changes: [PlannedChange]
        /// The place of the change that is in flight.
        var sent: Int?
    }

    /// Changes that are settled, and what stays.
    struct Settled: Sendable {
        /// In the order in which they came. The last is the one that was sent.
        let changes: [PlannedChange]
        /// The newest of those that stay in the slot; nil where none do, and the slot is gone.
        let next: PlannedChange?
    }

    private var numbers: [ItemKey: Int] = [:]
    private var slots: [Int: Slot] = [:]

    /// Whether there are changes to a key.
    func holds(_ key: ItemKey) -> Bool { numbers[key] != nil }

    /// Takes in a change. Answers its slot, and whether the slot was there before.
    mutating func add(_ change: PlannedChange, to key: ItemKey) -> (slot: Int, isNew: Bool) {
        if let number = numbers[key] {
            slots[number]!.changes.append(change)
            return (number, false)
        }
        numbers[key] = change.number
        slots[change.number] = Slot(key: key, changes: [change])
        return (change.number, true)
    }

    /// The change that a slot is sent with, and that is in flight from now on.
    mutating func depart(_ number: Int) -> PlannedChange {
        let last = slots[number]!.changes.count - 1
        slots[number]!.sent = last
        slots[number]!.changes[last].attempts += 1
        return slots[number]!.changes[last]
    }

    /// The change of a slot that is in flight.
    func sentChange(_ number: Int) -> PlannedChange? {
        guard let slot = slots[number], let sent = slot.sent else { return nil }
        return slot.changes[sent]
    }

    /// Takes in that a slot has come back. Answers its newest change if that is another than the one that was sent.
    mutating func takeBack(_ number: Int) -> PlannedChange? {
        guard let sent = slots[number]?.sent else { return nil }
        slots[number]!.sent = nil
        return sent == slots[number]!.changes.count - 1 ? nil : slots[number]!.changes.last
    }

    /// Settles the change that was sent and all that it replaced.
    mutating func settleSent(_ number: Int) -> Settled {
        guard let sent = slots[number]?.sent else { return Settled(changes: [], next: nil) }
        return remove(0...sent, from: number)
    }

    /// Settles the change that was sent on its own: the one that it had replaced counts again.
    mutating func settleSentAlone(_ number: Int) -> Settled {
        guard let sent = slots[number]?.sent else { return Settled(changes: [], next: nil) }
        return remove(sent...sent, from: number)
    }

    /// Settles all changes of a slot.
    mutating func settleAll(_ number: Int) -> [PlannedChange] {
        guard let slot = slots[number] else { return [] }
        return remove(0...slot.changes.count - 1, from: number).changes
    }

    private mutating func remove(_ places: ClosedRange<Int>, from number: Int) -> Settled {
        let removed = Array(slots[number]!.changes[places])
        slots[number]!.changes.removeSubrange(places)
        slots[number]!.sent = nil
        if let next = slots[number]!.changes.last { return Settled(changes: removed, next: next) }
        numbers[slots[number]!.key] = nil
        slots[number] = nil
        return Settled(changes: removed, next: nil)
    }
}

// Which keys of a partition are used most, within a bounded memory.

import ApusModel

/// The hottest keys by the units used on them: the space-saving sketch of Metwally, Agrawal and El Abbadi.
///
/// A key that is not among those counted takes the place, and the count, of the coolest of them. So a count is never
/// too low, and a key with more than a sixteenth of all heat is always there. Counts halve every minute.
struct KeyHeat: Sendable {
    struct Entry: Sendable {
        let place: KeyPlace
        /// In thousandths of a unit.
        var amount: Int
    }

    static let capacity = 16
    private static let halfLifeMilliseconds: Int64 = 60_000

    private(set) var entries: [Entry] = []
    // Beside the entries, so that a search touches little memory.
    private var fingerprints: [UInt64] = []
    private var total = 0
    private var halvedTime: Timestamp?

    /// All heat that was noted, halved as the entries are.
    var totalAmount: Int { total }

    mutating func note(_ amount: Int, at place: KeyPlace, _ now: Timestamp) {
        halve(at: now)
        total += amount
        let fingerprint = place.fingerprint
        if let position = fingerprints.firstIndex(of: fingerprint) {
            entries[position].amount += amount
        } else if entries.count < Self.capacity {
            entries.append(Entry(place: place, amount: amount))
            fingerprints.append(fingerprint)
        } else {
            let coolest = coolestPosition
            entries[coolest] = Entry(place: place, amount: entries[coolest].amount + amount)
            fingerprints[coolest] = fingerprint
        }
    }

    /// The heat below a bound, and that from it on.
    func divided(at bound: [UInt8]) -> (lower: KeyHeat, upper: KeyHeat) {
        var (lower, upper) = (KeyHeat(), KeyHeat())
        (lower.halvedTime, upper.halvedTime) = (halvedTime, halvedTime)
        for (entry, fingerprint) in zip(entries, fingerprints) {
            if entry.place.isBefore(bound) {
                lower.add(entry, fingerprint)
            } else {
                upper.add(entry, fingerprint)
            }
        }
        return (lower, upper)
    }

    private var coolestPosition: Int {
        var coolest = 0
        for position in entries.indices where entries[position].amount < entries[coolest].amount { coolest = position }
        return coolest
    }

    private mutating func add(_ entry: Entry, _ fingerprint: UInt64) {
        entries.append(entry)
        fingerprints.append(fingerprint)
        total += entry.amount
    }

    private mutating func halve(at now: Timestamp) {
        guard let last = halvedTime else {
            halvedTime = now
            return
        }
        let halvings = now.milliseconds(since: last) / Self.halfLifeMilliseconds
        guard halvings > 0 else { return }
        halvedTime = Timestamp(milliseconds: last.milliseconds + halvings * Self.halfLifeMilliseconds)
        let shift = min(halvings, 62)
        total >>= shift
        for position in entries.indices { entries[position].amount >>= shift }
    }
}

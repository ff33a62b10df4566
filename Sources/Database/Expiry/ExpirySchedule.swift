// Which tables have items to remove, and when.

import ApusModel

/// Knows of each table from when on it may have an item to remove, and picks the next table to sweep.
///
/// It is told what happens and does nothing by itself. A time that it knows may be too early, which costs a look, but
/// is never too late.
struct ExpirySchedule {
    /// A table that is to be swept, and from where on: what stands before has been swept.
    struct Sweep: Equatable {
        let table: UInt32
        let generation: UInt32
        let start: ExpiryEntry
    }

    private struct Place {
        let generation: UInt32
        /// From when on items are removed.
        let readyTime: Timestamp
        /// No entry of the index by time has an earlier time, but for those before `start`. Nil for no entry.
        var earliest: Timestamp?
        var start = ExpiryEntry.first(of: ExpirySchedule.unknown)
    }

    /// How long after its time an item is removed at the earliest.
    private let delay: Duration
    private var places: [UInt32: Place] = [:]
    private var sweep: Sweep?
    private var alarmTime: Timestamp?

    init(delay: Duration) {
        self.delay = delay
    }

    // MARK: What happens

    /// A table is to be swept, in place of whatever was known of it.
    mutating func add(_ table: UInt32, generation: UInt32, from readyTime: Timestamp) {
        places[table] = Place(generation: generation, readyTime: readyTime, earliest: Self.unknown)
    }

    /// A table is not to be swept any more.
    mutating func remove(_ table: UInt32) {
        places[table] = nil
    }

    /// An item has got a time to expire. Answers whether something may have to be done sooner than before.
    @discardableResult
    mutating func note(_ time: Timestamp, in table: UInt32) -> Bool {
        guard var place = places[table] else { return false }
        if place.earliest.map({ time < $0 }) ?? true { place.earliest = time }
        // The entry may stand before the start, but the start goes back no further than need be: what was swept leaves
        // gaps to walk through.
        if time <= place.start.time { place.start = .first(of: time) }
        places[table] = place
        return alarmTime.map { dueTime(of: time, in: place) < $0 } ?? true
    }

    /// What to sweep now; nil where nothing is due, or a sweep is under way.
    mutating func begin(at now: Timestamp) -> Sweep? {
        guard sweep == nil, let (time, table) = next, time <= now, let place = places[table] else { return nil }
        sweep = Sweep(table: table, generation: place.generation, start: place.start)
        // From here on it tells what is noted meanwhile, which the sweep may not see.
        places[table]?.earliest = nil
        return sweep
    }

    /// The sweep has come to its end.
    ///
    /// - Parameters:
    ///   - start: where the next one is to begin.
    ///   - time: that of the first entry from there on; nil for none.
    mutating func end(at start: ExpiryEntry, next time: Timestamp?) {
        guard let sweep else { return }
        self.sweep = nil
        // The table may have gone meanwhile, or begun anew.
        guard var place = places[sweep.table], place.generation == sweep.generation else { return }
        let noted = place.earliest
        (place.start, place.earliest) = (start, time)
        places[sweep.table] = place
        if let noted { note(noted, in: sweep.table) }
    }

    /// An alarm that was asked for has come.
    mutating func wake(at time: Timestamp) {
        if alarmTime == time { alarmTime = nil }
    }

    // MARK: What to do

    /// Whether a table is being swept, or is to be swept by now.
    func isBusy(at now: Timestamp) -> Bool {
        sweep != nil || next.map { $0.time <= now } ?? false
    }

    /// When to be woken; nil where nothing is due later, or an alarm is set for that already.
    mutating func newAlarm(at now: Timestamp) -> Timestamp? {
        guard sweep == nil, let (time, _) = next else { return nil }
        if let alarmTime {
            guard time < alarmTime else { return nil }
            // Alarms cannot be taken back. If each new earliest time had one, items that come in the falling order of
            // their times would leave as many; if they are set half way there, few are left.
            let half = max(0, time.milliseconds(since: now)) / 2
            self.alarmTime = now.advanced(by: .milliseconds(half))
        } else {
            alarmTime = time
        }
        return alarmTime
    }

    /// Stands for a time that has to be looked up.
    private static let unknown = Timestamp(milliseconds: 0)

    private var next: (time: Timestamp, table: UInt32)? {
        var next: (time: Timestamp, table: UInt32)?
        for (table, place) in places {
            guard let earliest = place.earliest else { continue }
            let time = dueTime(of: earliest, in: place)
            if next.map({ (time, table) < $0 }) ?? true { next = (time, table) }
        }
        return next
    }

    private func dueTime(of time: Timestamp, in place: Place) -> Timestamp {
        max(time.advanced(by: delay), place.readyTime)
    }
}

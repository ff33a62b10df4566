// Which table is swept next, and when to wake for it.

import ApusModel
import Testing

@testable import ApusDatabase

struct ExpiryScheduleTests {
    private static func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }
    private static let beginning = ExpiryEntry.first(of: time(0))

    /// A schedule with these tables, each looked through and found empty.
    private static func empty(_ tables: UInt32..., delay: Duration = .zero) -> ExpirySchedule {
        var schedule = ExpirySchedule(delay: delay)
        for table in tables { schedule.add(table, generation: 1, from: time(0)) }
        for _ in tables {
            _ = schedule.begin(at: time(1_000_000))
            schedule.end(at: beginning, next: nil)
        }
        return schedule
    }

    @Test func `a new table is looked through as soon as it is ready`() {
        var schedule = ExpirySchedule(delay: .zero)

        schedule.add(7, generation: 3, from: Self.time(10))

        #expect(schedule.begin(at: Self.time(9)) == nil)
        #expect(!schedule.isBusy(at: Self.time(9)))
        #expect(schedule.newAlarm(at: Self.time(9)) == Self.time(10))
        #expect(schedule.begin(at: Self.time(10)) == .init(table: 7, generation: 3, start: Self.beginning))
        #expect(schedule.isBusy(at: Self.time(10)))
    }

    @Test func `the table with the earliest time comes first, and one at a time`() {
        var schedule = Self.empty(1, 2, delay: .milliseconds(5))
        schedule.note(Self.time(20), in: 1)
        schedule.note(Self.time(10), in: 2)
        schedule.note(Self.time(30), in: 3)

        let first = schedule.begin(at: Self.time(25))
        let none = schedule.begin(at: Self.time(25))
        schedule.end(at: Self.beginning, next: nil)
        let second = schedule.begin(at: Self.time(25))
        schedule.end(at: Self.beginning, next: nil)

        #expect([first?.table, none?.table, second?.table] == [2, nil, 1])
        #expect(!schedule.isBusy(at: Self.time(1_000)))
    }

    @Test func `what is noted during a sweep is not lost`() {
        var schedule = Self.empty(1)
        schedule.note(Self.time(10), in: 1)
        _ = schedule.begin(at: Self.time(10))

        schedule.note(Self.time(4), in: 1)
        schedule.end(at: ExpiryEntry(time: Self.time(10), itemKeyRest: [1, 0]), next: nil)

        #expect(schedule.begin(at: Self.time(10))?.start == .first(of: Self.time(4)))
    }

    @Test func `a later sweep begins where the last one ended`() {
        var schedule = Self.empty(1)
        let end = ExpiryEntry(time: Self.time(10), itemKeyRest: [1, 0])
        schedule.note(Self.time(10), in: 1)
        _ = schedule.begin(at: Self.time(10))
        schedule.end(at: end, next: Self.time(30))

        schedule.note(Self.time(20), in: 1)

        #expect(schedule.newAlarm(at: Self.time(10)) == Self.time(20))
        #expect(schedule.begin(at: Self.time(20))?.start == end)
    }

    @Test func `a sweep of a table that has begun anew tells nothing of it`() {
        var schedule = Self.empty(1)
        schedule.note(Self.time(10), in: 1)
        _ = schedule.begin(at: Self.time(10))

        schedule.add(1, generation: 2, from: Self.time(0))
        schedule.end(at: ExpiryEntry(time: Self.time(10), itemKeyRest: [1, 0]), next: nil)

        #expect(schedule.begin(at: Self.time(10)) == .init(table: 1, generation: 2, start: Self.beginning))
    }

    @Test func `a table that has gone is not swept`() {
        var schedule = Self.empty(1)
        schedule.note(Self.time(10), in: 1)

        schedule.remove(1)

        #expect(schedule.begin(at: Self.time(10)) == nil)
        #expect(schedule.newAlarm(at: Self.time(10)) == nil)
    }

    @Test func `times that fall leave few alarms, and none comes too late`() {
        var schedule = Self.empty(1)
        var alarms: [Timestamp] = []

        for milliseconds in stride(from: Int64(1_000_000), to: 900_000, by: -1) {
            guard schedule.note(Self.time(milliseconds), in: 1) else { continue }
            if let alarm = schedule.newAlarm(at: Self.time(0)) { alarms.append(alarm) }
        }

        #expect(alarms == [Self.time(1_000_000), Self.time(499_999)])
        schedule.wake(at: Self.time(499_999))
        #expect(schedule.newAlarm(at: Self.time(499_999)) == Self.time(900_001))
        #expect(schedule.newAlarm(at: Self.time(499_999)) == nil)
    }
}

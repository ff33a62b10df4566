// All that follows from the seed of a history.

import ApusTesting
import Foundation

/// The tables, the changes, the faults, what befalls the writer and the server, and what the writer may do.
struct HistoryPlan: Sendable {
    enum Feeding: Equatable, Sendable {
        /// A sequence, which may be slow and may break off.
        case sequence(pauseEvery: Int?, breakOff: Int?)
        /// So many tasks that give changes one by one, each those of its own keys.
        case tasks(Int)
    }

    /// What befalls the writer or the server, as soon as so many changes are settled.
    struct Event: Sendable {
        enum What: Equatable, Sendable {
            case cancel
            case stop
            case deleteTable(Int)
            case killServer(downFor: Duration)
        }

        let afterSettled: Int
        let what: What
    }

    let seed: UInt64
    let tables: [HistoryTable]
    let changes: [HistoryChange]
    let options: BatchWriteOptions
    /// Whether the writer is told the keys of the tables that are there.
    let tellsKeys: Bool
    /// Whether unwritten changes are told of one by one.
    let tellsUnwritten: Bool
    let feeding: Feeding
    let events: [Event]
    let server: TestServerOptions
    let writingFaults: [FaultRule]
    let readingSeed: UInt64

    private static let sizes = (least: 20.0, most: 3_000.0)

    /// How many changes the history with this seed has: small histories are as likely as large ones.
    static func size(ofSeed seed: UInt64) -> Int {
        var chance = SeededGenerator(seed: seed)
        let share = Double.random(in: 0..<1, using: &chance)
        return Int(sizes.least * pow(sizes.most / sizes.least, share))
    }

    /// - Parameter isKilled: whether the server is killed and restarted on the way, which one in this process cannot be.
    init(seed: UInt64, isKilled: Bool) {
        var chance = SeededGenerator(seed: seed ^ 0xA9_05)
        self.seed = seed
        let isHeavy = chance.happens(percent: 1)
        let size = isHeavy ? chance.number(in: 20...80) : Self.size(ofSeed: seed)
        tables = (0..<chance.number(in: 1...4)).map { Self.table($0, size: size, isHeavy: isHeavy, &chance) }
        changes = ChangeDrawing(tables: tables, isHeavy: isHeavy, &chance).changes(size, &chance)
        options = Self.options(size: size, isHeavy: isHeavy, isKilled: isKilled, &chance)
        tellsKeys = chance.happens(percent: 30)
        tellsUnwritten = chance.happens(percent: 50)
        feeding = Self.feeding(size: size, &chance)
        events = Self.events(tables, size: size, isKilled: isKilled, &chance)
        writingFaults = HistoryWeather.whileWriting(to: tables, &chance).rules
        var server = TestServerOptions(clock: !isKilled && chance.happens(percent: 30) ? .manual : .system, seed: seed)
        server.burstSeconds = 1
        server.faults = writingFaults
        if tables.contains(where: { $0.presence == .late }) {
            server.transitionDelay = chance.milliseconds(in: 20...150)
        }
        self.server = server
        readingSeed = chance.next()
    }

    /// Whether the writer may give up by itself.
    var isLimited: Bool { options.attemptsLimit != nil || options.giveUpTime != BatchWriteOptions().giveUpTime }

    /// Whether the writer is made to stop.
    var isInterrupted: Bool { events.contains { $0.what == .cancel || $0.what == .stop } }

    // MARK: Drawing

    private static func table(
        _ place: Int,
        size: Int,
        isHeavy: Bool,
        _ chance: inout SeededGenerator
    ) -> HistoryTable {
        let presence: HistoryTable.Presence =
            switch chance.number(in: 0...99) {
            case ..<5: .missing
            case ..<10: .late
            case ..<16: .deleted(afterSettled: chance.number(in: 0...size))
            default: .present
            }
        let isShort = !isHeavy && chance.happens(percent: 15)
        return HistoryTable(
            name: "history-\(place)",
            partitionType: chance.pick([.string, .number, .binary]),
            sortType: chance.happens(percent: 50) ? chance.pick([.string, .number, .binary]) : nil,
            presence: presence,
            writeUnits: isShort ? max(5, size / chance.number(in: 1...3)) : nil,
            keyCount: chance.number(in: 1...max(2, min(size, 1_500))),
            hotPercent: chance.pick([0, 10, 50, 90])
        )
    }

    private static func options(
        size: Int,
        isHeavy: Bool,
        isKilled: Bool,
        _ chance: inout SeededGenerator
    ) -> BatchWriteOptions {
        var options = BatchWriteOptions()
        options.batchesInFlight = chance.number(in: 1...12)
        // Who holds little has small batches, which take long for many changes.
        options.heldChanges = chance.pick([1, 7, 60, 400, 20_000].filter { $0 * 25 >= size || $0 > 60 })
        options.heldBytes = chance.happens(percent: 20) ? 20_000 : options.heldBytes
        options.linger = chance.milliseconds(in: 0...10)
        options.backoff = Backoff(base: chance.milliseconds(in: 1...10), cap: chance.milliseconds(in: 20...60))
        options.attemptsLimit = chance.happens(percent: 15) ? chance.number(in: 1...4) : nil
        // Time enough to wait for a server that was killed, or too little for some.
        if chance.happens(percent: 10) { options.giveUpTime = chance.milliseconds(in: 0...500) }
        options.ceiling = !isHeavy && chance.happens(percent: 15) ? Double(2 * size + 50) : nil
        return options
    }

    private static func feeding(size: Int, _ chance: inout SeededGenerator) -> Feeding {
        if chance.happens(percent: 30) { return .tasks(chance.number(in: 1...4)) }
        return .sequence(
            pauseEvery: chance.happens(percent: 20) ? chance.number(in: 20...100) : nil,
            breakOff: chance.happens(percent: 12) ? chance.number(in: 0...size) : nil
        )
    }

    private static func events(
        _ tables: [HistoryTable],
        size: Int,
        isKilled: Bool,
        _ chance: inout SeededGenerator
    ) -> [Event] {
        var events: [Event] = []
        for (place, table) in tables.enumerated() {
            if case .deleted(let count) = table.presence {
                events.append(Event(afterSettled: count, what: .deleteTable(place)))
            }
        }
        if chance.happens(percent: 35) {
            events.append(Event(afterSettled: chance.number(in: 0...size), what: chance.pick([.cancel, .stop])))
        }
        for _ in 0..<(isKilled ? chance.number(in: 1...4) : 0) {
            let pause = chance.milliseconds(in: 0...100)
            events.append(Event(afterSettled: chance.number(in: 0...size * 3 / 4), what: .killServer(downFor: pause)))
        }
        return events.sorted { $0.afterSettled < $1.afterSettled }
    }
}

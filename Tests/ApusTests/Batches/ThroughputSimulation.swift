// Loaders and a table of limited throughput in virtual time.

import ApusModel

@testable import Apus

/// A table that takes units while its bucket has any, item by item, and leaves the rest unprocessed.
struct SimulatedTable {
    /// The units per second at a time in seconds; nil for no limit.
    let capacity: @Sendable (Double) -> Double?
    /// For how many seconds unused capacity is kept.
    let burstSeconds: Double
    /// Whether a key is turned away whatever the bucket has.
    let isHot: @Sendable (_ key: Int, _ seconds: Double) -> Bool

    private var tokens: Double
    private var time = 0.0
    /// How many items were taken in each second.
    private(set) var takenBySecond: [Int: Int] = [:]

    init(
        burstSeconds: Double = 1,
        isHot: @escaping @Sendable (Int, Double) -> Bool = { _, _ in false },
        capacity: @escaping @Sendable (Double) -> Double?
    ) {
        self.capacity = capacity
        self.burstSeconds = burstSeconds
        self.isHot = isHot
        tokens = (capacity(0) ?? 0) * burstSeconds
    }

    mutating func takes(_ key: Int, units: Double, at seconds: Double) -> Bool {
        if isHot(key, seconds) { return false }
        if let rate = capacity(seconds) {
            tokens = min(rate * burstSeconds, tokens + (seconds - time) * rate)
            time = seconds
            guard tokens > 0 else { return false }
            tokens -= units
        }
        takenBySecond[Int(seconds), default: 0] += 1
        return true
    }
}

/// Some loaders that write new items to one table until all is settled.
struct ThroughputSimulation {
    private struct Loader {
        var planner: WritePlanner
        var remaining: Int
        var isEnded = false
        var wake: Duration?
    }

    private enum Coming {
        case arrival(loader: Int, batch: Int, changes: [Int])
        case answer(loader: Int, WritePlanner.Event)
        case wake(loader: Int)
    }

    private(set) var table: SimulatedTable
    private(set) var duration = Duration.zero
    private var loaders: [Loader]
    private var chance: SeededChance
    private let latency: Duration
    private let unitsPerItem: Double
    private var now = Duration.zero
    private var nextKey = 1
    private var coming: [Int: Coming] = [:]
    private var times = DelayedLine()
    private var nextComing = 1

    private static let schema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

    init(
        table: SimulatedTable,
        items: [Int],
        latency: Duration = .milliseconds(5),
        unitsPerItem: Double = 1,
        seed: UInt64 = 1,
        options: BatchWriteOptions = BatchWriteOptions()
    ) {
        self.table = table
        self.latency = latency
        self.unitsPerItem = unitsPerItem
        chance = SeededChance(seed: seed)
        loaders = items.map { count in
            Loader(planner: WritePlanner(options: options, keys: ["t": Self.schema]), remaining: count)
        }
    }

    var progress: [BatchProgress.Figures] { loaders.map(\.planner.progress.total) }

    /// How often entries were sent again, for each entry.
    var retriedShare: Double {
        Double(progress.reduce(0) { $0 + $1.retried }) / Double(progress.reduce(0) { $0 + $1.accepted })
    }

    mutating func run() {
        for loader in loaders.indices { feed(loader) }
        while let number = nextEvent() {
            switch coming.removeValue(forKey: number)! {
            case .arrival(let loader, let batch, let changes): arrive(loader, batch, changes)
            case .answer(let loader, let event):
                perform(event, by: loader)
                feed(loader)
            case .wake(let loader):
                // Another may have come in between, for which the loader was woken already.
                guard loaders[loader].wake == now else { continue }
                loaders[loader].wake = nil
                perform(.woke, by: loader)
            }
        }
        duration = now
    }

    private mutating func nextEvent() -> Int? {
        guard loaders.contains(where: { !$0.planner.isDone }), let time = times.firstTime else { return nil }
        now = time
        return times.removeFirst(dueAt: time)
    }

    private mutating func feed(_ loader: Int) {
        while loaders[loader].remaining > 0, !loaders[loader].planner.isFull {
            loaders[loader].remaining -= 1
            let attributes: AttributeMap = ["id": .string("\(nextKey)")]
            let event = WritePlanner.Event.accepted(
                number: nextKey,
                table: "t",
                attributes: attributes,
                bytes: 100,
                units: unitsPerItem
            )
            nextKey += 1
            perform(event, by: loader)
        }
        if loaders[loader].remaining == 0, !loaders[loader].isEnded {
            loaders[loader].isEnded = true
            perform(.ended, by: loader)
        }
    }

    private mutating func perform(_ event: WritePlanner.Event, by loader: Int) {
        let moment = Pacing.Moment(now: now, fraction: Double.random(in: 0..<1, using: &chance))
        for action in loaders[loader].planner.handle(event, at: moment) {
            guard case .send(let batch, _, let changes) = action else { continue }
            schedule(.arrival(loader: loader, batch: batch, changes: changes), after: latency / 2)
        }
        guard let wake = loaders[loader].planner.nextWake(at: now), wake < loaders[loader].wake ?? .seconds(Int.max)
        else { return }
        loaders[loader].wake = wake
        schedule(.wake(loader: loader), after: wake - now)
    }

    private mutating func arrive(_ loader: Int, _ batch: Int, _ changes: [Int]) {
        let seconds = now / .seconds(1)
        let unprocessed = changes.filter { !table.takes($0, units: unitsPerItem, at: seconds) }
        let taken = changes.count - unprocessed.count
        let event: WritePlanner.Event =
            taken == 0
            ? .failed(batch: batch, .throttled(reason: "too fast"))
            : .answered(batch: batch, unprocessed: Set(unprocessed), units: Double(taken) * unitsPerItem)
        schedule(.answer(loader: loader, event), after: latency / 2)
    }

    private mutating func schedule(_ what: Coming, after time: Duration) {
        coming[nextComing] = what
        times.insert(nextComing, until: now + max(.zero, time))
        nextComing += 1
    }
}

// The planner through seeded histories of faults: every change is accounted for, and the tables agree.

import ApusModel
import Testing

@testable import Apus

struct WritePlannerHistoryTests {
    @Test(arguments: 0..<600)
    func `whatever the tables do, each change is settled once and truly`(seed: Int) throws {
        var run = try PlannerRun(seed: UInt64(seed))

        try run.play()

        #expect(run.disagreements == [])
        #expect(run.planner.progress.total.accepted == run.acceptedCount)
        #expect(run.planner.progress.total.held == 0)
    }
}

/// One run in virtual time: nothing in it depends on anything but the seed.
private struct PlannerRun {
    private struct Table {
        var model: TableModel
        var account = Account()
        var accepted: [ModelChange] = []
        let lookUps: [WritePlanner.Event]
        var asked = 0
    }

    private enum Coming {
        case answer(batch: Int, table: String, changes: [ModelChange])
        case lookUp(WritePlanner.Event)
    }

    private(set) var planner: WritePlanner
    private(set) var acceptedCount = 0
    private var violations: [String] = []
    private var tables: [String: Table] = [:]
    private var numbers: [Int: (table: String, change: ModelChange)] = [:]
    private var underWay: Set<String> = []

    private var chance: SeededChance
    private var toCome: ArraySlice<(table: String, change: ModelChange)>
    private var stopTime: Duration?
    private var isEnded = false
    private var now = Duration.zero
    private var coming: [(time: Duration, what: Coming)] = []

    private static let schema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

    init(seed: UInt64) throws {
        chance = SeededChance(seed: seed)
        var options = BatchWriteOptions()
        options.batchesInFlight = Int.random(in: 1...6, using: &chance)
        options.heldChanges = Int.random(in: 1...300, using: &chance)
        options.attemptsLimit = chance.happens(0.3) ? 3 : nil
        options.giveUpTime = chance.happens(0.2) ? .seconds(1) : .seconds(60)
        options.ceiling = chance.happens(0.2) ? 200 : nil
        planner = WritePlanner(options: options, keys: chance.happens(0.3) ? ["a": Self.schema] : [:])
        toCome = []
        for name in ["a", "b", "c"].prefix(Int.random(in: 1...3, using: &chance)) {
            tables[name] = Table(
                model: TableModel(weather: .drawn(from: &chance)),
                lookUps: Self.lookUps(name, &chance)
            )
            toCome += ModelChange.history(&chance).map { (name, $0) }
        }
        // Shuffled among tables, in order within each.
        toCome = Self.mixed(Array(toCome), &chance)
        stopTime = chance.happens(0.2) ? .milliseconds(Int.random(in: 0...300, using: &chance)) : nil
    }

    private static func mixed(
        _ changes: [(table: String, change: ModelChange)],
        _ chance: inout SeededChance
    ) -> ArraySlice<(table: String, change: ModelChange)> {
        var rests = Dictionary(grouping: changes, by: \.table).sorted { $0.key < $1.key }.map { $0.value[...] }
        var mixed: [(table: String, change: ModelChange)] = []
        while let place = rests.indices.filter({ !rests[$0].isEmpty }).randomElement(using: &chance) {
            mixed.append(rests[place].removeFirst())
        }
        return mixed[...]
    }

    private static func lookUps(_ table: String, _ chance: inout SeededChance) -> [WritePlanner.Event] {
        let trouble = Array(
            repeating: WritePlanner.Event.lookUpFailed(table: table, .passing(reason: "not yet")),
            count: chance.happens(0.3) ? 2 : 0
        )
        if chance.happens(0.1) { return trouble + [.lookUpFailed(table: table, .lasting(reason: "no such table"))] }
        return trouble + [.found(table: table, schema)]
    }

    /// What does not fit; empty where all is well.
    var disagreements: [String] {
        violations
            + tables.values.flatMap { $0.account.disagreements(with: $0.model, accepted: $0.accepted) }
    }

    mutating func play() throws {
        var steps = 0
        while !planner.isDone {
            steps += 1
            try #require(steps < 100_000, "the planner gets nowhere")
            if let stopTime, now >= stopTime {
                self.stopTime = nil
                toCome = []
                perform(.stopped(reason: "stopped"))
            } else if let next = toCome.first, !planner.isFull {
                toCome.removeFirst()
                accept(next.change, in: next.table)
            } else if toCome.isEmpty, !isEnded {
                isEnded = true
                perform(.ended)
            } else {
                try passTime()
            }
        }
    }

    private mutating func accept(_ change: ModelChange, in table: String) {
        acceptedCount += 1
        tables[table]!.accepted.append(change)
        numbers[acceptedCount] = (table, change)
        let attributes: AttributeMap = ["id": .string(change.key)]
        perform(.accepted(number: acceptedCount, table: table, attributes: attributes, bytes: 100, units: 1))
        // Input comes in bursts.
        if chance.happens(0.02) { now += .milliseconds(15) }
    }

    /// Goes on to whatever comes next: an answer, or the time to wake.
    private mutating func passTime() throws {
        let next = coming.indices.min { coming[$0].time < coming[$1].time }
        let times = [next.map { coming[$0].time }, planner.nextWake(at: now), stopTime].compactMap(\.self)
        now = max(now, try #require(times.min(), "nothing will ever happen"))
        guard let next, coming[next].time <= now else { return perform(.woke) }
        switch coming.remove(at: next).what {
        case .lookUp(let event): perform(event)
        case .answer(let batch, let table, let changes):
            for change in changes { underWay.remove("\(table)/\(change.key)") }
            answer(batch, table, changes)
        }
    }

    private mutating func answer(_ batch: Int, _ table: String, _ changes: [ModelChange]) {
        switch tables[table]!.model.answer(to: changes, &chance) {
        case .written(let unprocessed):
            let versions = numbers.filter { $0.value.table == table && unprocessed.contains($0.value.change.version) }
            let units = chance.happens(0.5) ? Double(changes.count - unprocessed.count) * 2 : nil
            perform(.answered(batch: batch, unprocessed: Set(versions.keys), units: units))
        case .refused: perform(.failed(batch: batch, .content(reason: "refused")))
        case .throttled: perform(.failed(batch: batch, .throttled(reason: "throttled")))
        case .failed: perform(.failed(batch: batch, .passing(reason: "failed")))
        case .dropped: perform(.failed(batch: batch, .passing(reason: "dropped", hint: .near(.milliseconds(10)))))
        }
    }

    private mutating func perform(_ event: WritePlanner.Event) {
        let fraction = Double.random(in: 0..<1, using: &chance)
        for action in planner.handle(event, at: WritePlanner.Moment(now: now, fraction: fraction)) {
            switch action {
            case .lookUp(let table):
                coming.append((now + .milliseconds(5), .lookUp(tables[table]!.lookUps[tables[table]!.asked])))
                tables[table]!.asked += 1
            case .send(let batch, let table, let sent): send(batch, to: table, sent.map { numbers[$0]!.change })
            case .settle(let number, let fate): settle(number, fate)
            }
        }
    }

    private mutating func send(_ batch: Int, to table: String, _ changes: [ModelChange]) {
        for change in changes where !underWay.insert("\(table)/\(change.key)").inserted {
            violations.append("\(change.key) of \(table) is under way twice")
        }
        let delay = Duration.milliseconds(Int.random(in: 1...30, using: &chance))
        coming.append((now + delay, .answer(batch: batch, table: table, changes: changes)))
    }

    private mutating func settle(_ number: Int, _ fate: BatchFate) {
        let (table, change) = numbers[number]!
        tables[table]!.account.add(change, fate)
    }
}

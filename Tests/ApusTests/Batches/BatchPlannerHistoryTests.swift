// The planner through seeded histories of faults: every change is accounted for, and the table agrees.

import ApusModel
import Testing

@testable import Apus

struct BatchPlannerHistoryTests {
    @Test(arguments: 0..<400)
    func `whatever the table does, each change is settled once and truly`(seed: Int) throws {
        var run = try PlannerRun(seed: UInt64(seed))

        try run.play()

        #expect(run.account.disagreements(with: run.table, accepted: run.accepted) == [])
        #expect(run.planner.progress.accepted == run.accepted.count)
        #expect(run.planner.progress.held == 0)
    }
}

/// One run in virtual time: nothing in it depends on anything but the seed.
private struct PlannerRun {
    private(set) var planner: BatchPlanner
    private(set) var table: TableModel
    private(set) var account = Account()
    private(set) var accepted: [ModelChange] = []

    private var chance: SeededChance
    private var toCome: ArraySlice<ModelChange>
    private var stopTime: Duration?
    private var isEnded = false
    private var now = Duration.zero
    private var answers: [(time: Duration, batch: Int, changes: [ModelChange])] = []

    private static let schema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

    init(seed: UInt64) throws {
        chance = SeededChance(seed: seed)
        var settings = BatchSettings()
        settings.batchesInFlight = Int.random(in: 1...6, using: &chance)
        settings.heldChanges = Int.random(in: 1...300, using: &chance)
        settings.attemptsLimit = chance.happens(0.3) ? 3 : 100
        planner = BatchPlanner(settings: settings)
        table = TableModel(weather: .drawn(from: &chance))
        toCome = ModelChange.history(&chance)[...]
        stopTime = chance.happens(0.2) ? .milliseconds(Int.random(in: 0...300, using: &chance)) : nil
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
            } else if let change = toCome.first, !planner.isFull {
                toCome.removeFirst()
                try accept(change)
            } else if toCome.isEmpty, !isEnded {
                isEnded = true
                perform(.ended)
            } else {
                try passTime()
            }
        }
    }

    private mutating func accept(_ change: ModelChange) throws {
        accepted.append(change)
        let key = try ItemKey(of: ["id": .string(change.key)], schema: Self.schema)
        perform(.accepted(PlannedChange(number: change.version, key: key, bytes: 100)))
        // Input comes in bursts.
        if chance.happens(0.02) { now += .milliseconds(15) }
    }

    /// Goes on to whatever comes next: an answer, or the time to wake.
    private mutating func passTime() throws {
        let next = answers.indices.min { answers[$0].time < answers[$1].time }
        let times = [next.map { answers[$0].time }, planner.nextWake, stopTime].compactMap(\.self)
        now = max(now, try #require(times.min(), "nothing will ever happen"))
        guard let next, answers[next].time <= now else { return perform(.woke) }
        let answer = answers.remove(at: next)
        switch table.answer(to: answer.changes, &chance) {
        case .written(let unprocessed): perform(.answered(batch: answer.batch, unprocessed: unprocessed))
        case .refused: perform(.failed(batch: answer.batch, .content(reason: "refused")))
        case .throttled: perform(.failed(batch: answer.batch, .passing(reason: "throttled")))
        case .failed: perform(.failed(batch: answer.batch, .passing(reason: "failed")))
        case .dropped: perform(.failed(batch: answer.batch, .passing(reason: "dropped")))
        }
    }

    private mutating func perform(_ event: BatchPlanner.Event) {
        let fraction = Double.random(in: 0..<1, using: &chance)
        for action in planner.handle(event, at: BatchPlanner.Moment(now: now, fraction: fraction)) {
            switch action {
            case .send(let batch, let numbers):
                let delay = Duration.milliseconds(Int.random(in: 1...30, using: &chance))
                answers.append((now + delay, batch, numbers.map { accepted[$0 - 1] }))
            case .settle(let number, .written): account.written.append(accepted[number - 1])
            case .settle(let number, .refused): account.refused.append(accepted[number - 1])
            case .settle(let number, .leftOver): account.leftOver.append(accepted[number - 1])
            }
        }
    }
}

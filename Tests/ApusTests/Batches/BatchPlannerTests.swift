// What the planner sends, and what becomes of each change, event by event.

import ApusModel
import Testing

@testable import Apus

struct BatchPlannerTests {
    private static let schema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

    private func change(_ number: Int, key: String? = nil, bytes: Int = 10) throws -> BatchPlanner.Event {
        let key = try ItemKey(of: ["id": .string(key ?? "\(number)")], schema: Self.schema)
        return .accepted(PlannedChange(number: number, key: key, bytes: bytes))
    }

    private func planner(_ adjust: (inout BatchSettings) -> Void = { _ in }) -> BatchPlanner {
        var settings = BatchSettings()
        settings.changesPerBatch = 3
        settings.batchesInFlight = 1
        adjust(&settings)
        return BatchPlanner(settings: settings)
    }

    private func moment(_ milliseconds: Int) -> BatchPlanner.Moment {
        BatchPlanner.Moment(now: .milliseconds(milliseconds), fraction: 1)
    }

    /// Handles events at one moment and answers all actions.
    private func run(
        _ planner: inout BatchPlanner,
        at milliseconds: Int = 0,
        _ events: BatchPlanner.Event...
    ) -> [BatchPlanner.Action] {
        events.flatMap { planner.handle($0, at: moment(milliseconds)) }
    }

    @Test func `a batch goes out when it is full`() throws {
        var planner = planner()

        let before = run(&planner, try change(1), try change(2))
        let then = run(&planner, try change(3))

        #expect(before == [])
        #expect(then == [.send(batch: 1, changes: [1, 2, 3])])
    }

    @Test func `a batch takes as many bytes as a request may have`() throws {
        var planner = planner { $0.bytesPerBatch = 100 }

        let actions = run(&planner, try change(1, bytes: 60), try change(2, bytes: 60))

        #expect(actions == [.send(batch: 1, changes: [1])])
    }

    @Test func `a change that no request can take is refused`() throws {
        var planner = planner { $0.bytesPerBatch = 100 }

        let actions = run(&planner, try change(1, bytes: 101))

        #expect(actions == [.settle(change: 1, .refused(reason: "The change is larger than a request may be"))])
    }

    @Test func `a change that stays alone goes out after a while`() throws {
        var planner = planner()

        _ = run(&planner, try change(1))
        let wake = try #require(planner.nextWake)
        let actions = planner.handle(.woke, at: BatchPlanner.Moment(now: wake, fraction: 1))

        #expect(wake == .milliseconds(20))
        #expect(actions == [.send(batch: 1, changes: [1])])
    }

    @Test func `at the end the rest goes out at once`() throws {
        var planner = planner()

        let actions = run(&planner, try change(1), .ended)

        #expect(actions == [.send(batch: 1, changes: [1])])
        #expect(!planner.isDone)
    }

    @Test func `changes to one key never share a batch and keep their order`() throws {
        var planner = planner { $0.batchesInFlight = 2 }

        let first = run(&planner, try change(1, key: "a"), try change(2, key: "a"), try change(3, key: "b"), .ended)
        let second = run(&planner, .answered(batch: 1, unprocessed: [1]))
        let third = run(&planner, at: 50, .woke)
        let fourth = run(&planner, at: 60, .answered(batch: 2, unprocessed: []))

        #expect(first == [.send(batch: 1, changes: [1, 3])])
        #expect(second == [.settle(change: 3, .written)])
        #expect(third == [.send(batch: 2, changes: [1])])
        #expect(fourth == [.settle(change: 1, .written), .send(batch: 3, changes: [2])])
    }

    @Test func `unprocessed changes wait, twice as long each time`() throws {
        var planner = planner()
        _ = run(&planner, try change(1), .ended)

        var waits: [Duration] = []
        var now = Duration.zero
        for batch in 1...4 {
            _ = planner.handle(
                .answered(batch: batch, unprocessed: [1]),
                at: BatchPlanner.Moment(now: now, fraction: 1)
            )
            let wake = try #require(planner.nextWake)
            waits.append(wake - now)
            now = wake
            _ = planner.handle(.woke, at: BatchPlanner.Moment(now: now, fraction: 1))
        }

        #expect(waits == [.milliseconds(50), .milliseconds(100), .milliseconds(200), .milliseconds(400)])
        #expect(planner.progress.retried == 4)
        #expect(planner.progress.round == 5)
        #expect(planner.progress.unprocessedInRound == 1)
    }

    @Test func `nothing new goes out while the table is given time`() throws {
        var planner = planner { $0.changesPerBatch = 1 }

        _ = run(&planner, try change(1), .answered(batch: 1, unprocessed: [1]))
        let actions = run(&planner, at: 49, try change(2))

        #expect(actions == [])
        #expect(planner.nextWake == .milliseconds(50))
    }

    @Test func `batches of one round slow the next round down once`() throws {
        var planner = planner {
            $0.batchesInFlight = 3
            $0.changesPerBatch = 1
        }
        _ = run(&planner, try change(1), try change(2), try change(3))

        for batch in 1...3 { _ = run(&planner, .failed(batch: batch, .passing(reason: "no answer"))) }

        #expect(planner.progress.round == 2)
        #expect(planner.progress.unprocessedInRound == 3)
        #expect(planner.nextWake == .milliseconds(50))
    }

    @Test func `a refused batch is halved until the change at fault stands alone`() throws {
        var planner = planner()
        _ = run(&planner, try change(1), try change(2), try change(3))

        let halves = run(&planner, .failed(batch: 1, .content(reason: "bad")))
        let refused = run(&planner, .failed(batch: 2, .content(reason: "bad")))
        let rest = run(&planner, .answered(batch: 3, unprocessed: []))

        #expect(halves == [.send(batch: 2, changes: [1])])
        #expect(refused == [.settle(change: 1, .refused(reason: "bad")), .send(batch: 3, changes: [2, 3])])
        #expect(rest == [.settle(change: 2, .written), .settle(change: 3, .written)])
    }

    @Test func `a change is left over after so many attempts`() throws {
        var planner = planner { $0.attemptsLimit = 2 }
        _ = run(&planner, try change(1), .ended)

        _ = run(&planner, .failed(batch: 1, .passing(reason: "reset")))
        _ = run(&planner, at: 100, .woke)
        let actions = run(&planner, at: 101, .failed(batch: 2, .passing(reason: "reset")))

        #expect(actions == [.settle(change: 1, .leftOver(reason: "reset", attempts: 2))])
        #expect(planner.isDone)
    }

    @Test(arguments: [(999, false), (1_000, true)])
    func `a change is left over once nothing has gone through for long`(milliseconds: Int, isLeft: Bool) throws {
        var planner = planner { $0.giveUpTime = .seconds(1) }
        _ = run(&planner, try change(1), .ended)

        _ = run(&planner, .failed(batch: 1, .passing(reason: "refused")))
        _ = run(&planner, at: 100, .woke)
        _ = run(&planner, at: milliseconds, .failed(batch: 2, .passing(reason: "refused")))

        #expect(planner.isDone == isLeft)
    }

    @Test func `a lasting failure leaves over what waits, and waits for what is in flight`() throws {
        var planner = planner {
            $0.batchesInFlight = 2
            $0.changesPerBatch = 1
        }
        _ = run(&planner, try change(1), try change(2), try change(3))

        let stopped = run(&planner, .failed(batch: 1, .lasting(reason: "no table")))
        let isDoneEarly = planner.isDone
        let last = run(&planner, .answered(batch: 2, unprocessed: []))

        #expect(
            stopped == [
                .settle(change: 1, .leftOver(reason: "no table", attempts: 1)),
                .settle(change: 3, .leftOver(reason: "no table", attempts: 0)),
            ]
        )
        #expect(!isDoneEarly)
        #expect(last == [.settle(change: 2, .written)])
        #expect(planner.isDone)
    }

    @Test func `a stopped planner sends nothing more`() throws {
        var planner = planner { $0.changesPerBatch = 1 }
        _ = run(&planner, try change(1), try change(2, key: "1"))

        let stopped = run(&planner, .stopped(reason: "cancelled"))
        let back = run(&planner, .answered(batch: 1, unprocessed: [1]))
        let late = run(&planner, try change(3))

        #expect(stopped == [.settle(change: 2, .leftOver(reason: "cancelled", attempts: 0))])
        #expect(back == [.settle(change: 1, .leftOver(reason: "the table left it unprocessed", attempts: 1))])
        #expect(late == [.settle(change: 3, .leftOver(reason: "cancelled", attempts: 0))])
    }

    @Test func `it is full at its limit, and then sends what it has`() throws {
        var planner = planner { $0.heldChanges = 2 }

        let actions = run(&planner, try change(1, key: "a"), try change(2, key: "a"))

        #expect(planner.isFull)
        #expect(actions == [.send(batch: 1, changes: [1])])
    }
}

// What the planner sends, and what becomes of each change, event by event.

import ApusModel
import Testing

@testable import Apus

struct WritePlannerTests {
    private static let schema = KeySchema(partition: KeyAttribute(name: "id", type: .string))

    private func change(
        _ number: Int,
        key: String? = nil,
        table: String = "t",
        bytes: Int = 10
    ) -> WritePlanner.Event {
        let attributes: AttributeMap = ["id": .string(key ?? "\(number)")]
        return .accepted(number: number, table: table, attributes: attributes, bytes: bytes, units: 1)
    }

    private func planner(_ adjust: (inout BatchWriteOptions) -> Void = { _ in }) -> WritePlanner {
        var options = BatchWriteOptions()
        options.entriesPerBatch = 3
        adjust(&options)
        return WritePlanner(options: options, keys: ["t": Self.schema, "u": Self.schema])
    }

    /// Handles events at one moment and answers all actions.
    private func run(
        _ planner: inout WritePlanner,
        at milliseconds: Int = 0,
        _ events: WritePlanner.Event...
    ) -> [WritePlanner.Action] {
        events.flatMap { planner.handle($0, at: Pacing.Moment(now: .milliseconds(milliseconds), fraction: 0.999)) }
    }

    private func send(_ batch: Int, _ changes: [Int], table: String = "t") -> WritePlanner.Action {
        .send(batch: batch, table: table, changes: changes)
    }

    private func answered(_ batch: Int, unprocessed: Set<Int> = []) -> WritePlanner.Event {
        .answered(batch: batch, unprocessed: unprocessed, units: nil)
    }

    @Test func `a batch goes out when it is full`() {
        var planner = planner()

        let before = run(&planner, change(1), change(2))
        let then = run(&planner, change(3))

        #expect(before == [])
        #expect(then == [send(1, [1, 2, 3])])
    }

    @Test func `a batch takes as many bytes as a request may have`() {
        var planner = planner { $0.bytesPerBatch = 100 }

        let actions = run(&planner, change(1, bytes: 60), change(2, bytes: 60))

        #expect(actions == [send(1, [1])])
    }

    @Test func `a change that no request can take is refused`() {
        var planner = planner { $0.bytesPerBatch = 100 }

        let actions = run(&planner, change(1, bytes: 101))

        #expect(actions == [.settle(change: 1, .refused(reason: "The change is larger than a request may be"))])
    }

    @Test func `a change that stays alone goes out after a while`() throws {
        var planner = planner()

        _ = run(&planner, change(1))
        let wake = planner.nextWake(at: .zero)

        #expect(wake == .milliseconds(20))
        #expect(run(&planner, at: 20, .woke) == [send(1, [1])])
    }

    @Test func `the key of a table is looked up once, and its changes wait for it`() {
        var planner = planner()

        let first = run(&planner, change(1, table: "v"), change(2, table: "v"), .ended)
        let found = run(&planner, .found(table: "v", Self.schema))

        #expect(first == [.lookUp(table: "v")])
        #expect(found == [send(1, [1, 2], table: "v")])
    }

    @Test func `a missing table leaves its own changes over and no others`() {
        var planner = planner()

        _ = run(&planner, change(1, table: "v"), change(2))
        let missing = run(&planner, .lookUpFailed(table: "v", .lasting(reason: "no table")), change(3, table: "v"))
        let other = run(&planner, .ended)

        #expect(
            missing == [1, 3].map { .settle(change: $0, .leftOver(reason: "no table", attempts: 0)) }
        )
        #expect(other == [send(1, [2])])
        #expect(planner.stoppedTables == ["v": "no table"])
    }

    @Test func `a batch holds changes to one table, and none waits for the other`() {
        var planner = planner()

        _ = run(&planner, change(1), change(2, table: "u"), .ended)
        let throttled = run(&planner, .failed(batch: 1, .throttled(reason: "slow")))
        let other = run(&planner, answered(2), change(3, table: "u"))

        #expect(throttled == [])
        #expect(other == [.settle(change: 2, .written), send(3, [3], table: "u")])
    }

    @Test func `a newer change takes the place of one that waits`() {
        var planner = planner()

        let sent = run(&planner, change(1, key: "a"), change(2, key: "a"), .ended)
        let settled = run(&planner, answered(1))

        #expect(sent == [send(1, [2])])
        #expect(settled == [.settle(change: 1, .superseded), .settle(change: 2, .written)])
        #expect(planner.isDone)
    }

    @Test func `a change that a refused one had replaced is sent after all`() {
        var planner = planner()
        _ = run(&planner, change(1, key: "a"), change(2, key: "a"), .ended)

        let refused = run(&planner, .failed(batch: 1, .content(reason: "bad")))
        let settled = run(&planner, answered(2))

        #expect(refused == [.settle(change: 2, .refused(reason: "bad")), send(2, [1])])
        #expect(settled == [.settle(change: 1, .written)])
    }

    @Test func `what comes after the stop is told after the older change to its key, which is in flight`() {
        var planner = planner { $0.entriesPerBatch = 1 }
        _ = run(&planner, change(1, key: "a"))

        let stopped = run(&planner, .stopped(reason: "enough"), change(2, key: "a"), change(3, key: "b"))
        let failed = run(&planner, .failed(batch: 1, .passing(reason: "gone")))

        #expect(stopped == [.settle(change: 3, .leftOver(reason: "enough", attempts: 0))])
        #expect(
            failed == [(1, 1), (2, 0)].map { .settle(change: $0, .leftOver(reason: "gone", attempts: $1)) }
        )
        #expect(planner.isDone)
    }

    @Test func `a change without room follows the older ones to its key, and is left over where there are none`() {
        var planner = planner { $0.entriesPerBatch = 1 }
        _ = run(&planner, change(1, key: "a"))
        func declined(_ number: Int, key: String) -> WritePlanner.Event {
            .declined(number: number, table: "t", attributes: ["id": .string(key)], bytes: 10, units: 1, reason: "full")
        }

        let turnedAway = run(&planner, declined(2, key: "a"), declined(3, key: "b"))
        let written = run(&planner, answered(1))

        #expect(turnedAway == [.settle(change: 3, .leftOver(reason: "full", attempts: 0))])
        #expect(written == [.settle(change: 1, .written), send(2, [2])])
    }

    @Test func `newer changes wait for the one in flight, and go out as one`() {
        var planner = planner { $0.entriesPerBatch = 1 }
        let first = run(&planner, change(1, key: "a"), change(2, key: "a"), change(3, key: "a"))

        let second = run(&planner, answered(1))
        let third = run(&planner, answered(2))

        #expect(first == [send(1, [1])])
        #expect(second == [.settle(change: 1, .written), send(2, [3])])
        #expect(third == [.settle(change: 2, .superseded), .settle(change: 3, .written)])
    }

    @Test func `a change whose answer was lost gives way to a newer one`() {
        var planner = planner { $0.entriesPerBatch = 1 }
        _ = run(&planner, change(1, key: "a"), change(2, key: "a"))

        _ = run(&planner, .failed(batch: 1, .passing(reason: "no answer")))
        let again = run(&planner, at: 50, .woke)
        let settled = run(&planner, at: 51, answered(2))

        #expect(again == [send(2, [2])])
        #expect(settled == [.settle(change: 1, .superseded), .settle(change: 2, .written)])
    }

    @Test func `a refused batch is halved until the change at fault stands alone`() {
        var planner = planner()
        _ = run(&planner, change(1), change(2), change(3))

        let halves = run(&planner, .failed(batch: 1, .content(reason: "bad")))
        let refused = run(&planner, .failed(batch: 2, .content(reason: "bad")))
        let rest = run(&planner, answered(3))

        #expect(halves == [send(2, [1])])
        #expect(refused == [.settle(change: 1, .refused(reason: "bad")), send(3, [2, 3])])
        #expect(rest == [.settle(change: 2, .written), .settle(change: 3, .written)])
    }

    @Test func `the service's wish is kept to before a table is asked again`() throws {
        var planner = planner()
        _ = run(&planner, change(1), .ended)

        _ = run(&planner, .failed(batch: 1, .throttled(reason: "slow", hint: .atLeast(.seconds(3)))))

        #expect(planner.nextWake(at: .zero) == .seconds(3))
    }

    @Test func `a change is left over after so many attempts`() {
        var planner = planner { $0.attemptsLimit = 2 }
        _ = run(&planner, change(1), .ended)

        _ = run(&planner, .failed(batch: 1, .passing(reason: "reset")))
        _ = run(&planner, at: 100, .woke)
        let actions = run(&planner, at: 101, .failed(batch: 2, .passing(reason: "reset")))

        #expect(actions == [.settle(change: 1, .leftOver(reason: "reset", attempts: 2))])
        #expect(planner.rounds == 2)
    }

    @Test(arguments: [(999, false), (1_000, true)])
    func `a table is given up once it has taken nothing for long`(milliseconds: Int, isLeft: Bool) {
        var planner = planner { $0.giveUpTime = .seconds(1) }
        _ = run(&planner, change(1), .ended)

        _ = run(&planner, .failed(batch: 1, .passing(reason: "refused")))
        _ = run(&planner, at: 100, .woke)
        _ = run(&planner, at: milliseconds, .failed(batch: 2, .passing(reason: "refused")))

        #expect(planner.isDone == isLeft)
    }

    @Test func `a stopped planner waits for what is in flight and leaves the rest over`() {
        var planner = planner { $0.entriesPerBatch = 1 }
        _ = run(&planner, change(1), change(2))

        let stopped = run(&planner, .stopped(reason: "cancelled"))
        let isDoneEarly = planner.isDone
        let back = run(&planner, answered(1, unprocessed: [1]), change(3))

        #expect(stopped == [.settle(change: 2, .leftOver(reason: "cancelled", attempts: 0))])
        #expect(!isDoneEarly)
        #expect(
            back == [
                .settle(change: 1, .leftOver(reason: Lane.unprocessedReason, attempts: 1)),
                .settle(change: 3, .leftOver(reason: "cancelled", attempts: 0)),
            ]
        )
        #expect(planner.isDone)
    }

    @Test func `it is full at its limit, and then sends what it has`() {
        var planner = planner { $0.heldChanges = 2 }

        let actions = run(&planner, change(1), change(2))

        #expect(planner.isFull)
        #expect(actions == [send(1, [1, 2])])
    }

    @Test func `what comes back is counted by the round in which it was sent`() {
        var planner = planner()
        _ = run(&planner, change(1), change(2), change(3))

        _ = run(&planner, answered(1, unprocessed: [2, 3]))
        _ = run(&planner, at: 1_000, .ended)
        _ = run(&planner, at: 1_001, answered(2, unprocessed: [3]))

        #expect(planner.progress.total.unprocessedByRound == [2, 1])
        #expect(planner.progress.tables["t"]?.retried == 2)
        #expect(planner.progress.total.returned == 1)
    }
}

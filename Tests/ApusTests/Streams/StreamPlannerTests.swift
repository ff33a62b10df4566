// What is asked of a stream, and when.

import ApusModel
import Testing

@testable import Apus

struct StreamPlannerTests {
    private typealias Action = StreamPlanner.Action

    private static let throttled = CallError.refused(Refusal(.limitExceeded))

    private static func planner(
        from start: StreamStart = .oldest,
        startTime: Timestamp? = nil,
        known: [String: StreamCheckpoint.Progress] = [:],
        _ change: (inout StreamReadOptions) -> Void = { _ in }
    ) -> StreamPlanner {
        var options = StreamReadOptions()
        change(&options)
        let checkpoint = StreamCheckpoint(streamArn: ModelStream.arn, startTime: startTime, shards: known)
        return StreamPlanner(start: start, checkpoint: checkpoint, options: options)
    }

    private static func moment(_ seconds: Double = 0) -> Pacing.Moment {
        Pacing.Moment(now: .seconds(seconds), fraction: 0)
    }

    private static func shard(_ name: String, parent: String? = nil, isClosed: Bool = false) -> Shard {
        let range = SequenceNumberRange(startingSequenceNumber: "1", endingSequenceNumber: isClosed ? "9" : nil)
        return Shard(shardID: name, sequenceNumberRange: range, parentShardID: parent)
    }

    private static func answer(_ count: Int, last: String? = nil, next: String?) -> StreamPlanner.Answer {
        StreamPlanner.Answer(count: count, last: last, next: next)
    }

    /// A planner that reads one open shard, and the iterator of which has come.
    private static func reading(
        _ change: (inout StreamReadOptions) -> Void = { _ in }
    ) -> (planner: StreamPlanner, actions: [StreamPlanner.Action]) {
        var planner = planner(change)
        _ = planner.handle(.woke, at: moment())
        _ = planner.handle(.listed([shard("a")], isDisabled: false), at: moment())
        let actions = planner.handle(.gotIterator("a0", reading: 1), at: moment())
        return (planner, actions)
    }

    @Test func `the shards are listed first, then roots are read from their beginning`() {
        var planner = Self.planner()
        #expect(planner.handle(.woke, at: Self.moment()) == [.list])

        let shards = [Self.shard("a", isClosed: true), Self.shard("b", parent: "a"), Self.shard("c")]
        let actions = planner.handle(.listed(shards, isDisabled: false), at: Self.moment())

        #expect(
            actions == [
                .add(shard: "a", parent: nil, isFinished: false), .add(shard: "b", parent: "a", isFinished: false),
                .add(shard: "c", parent: nil, isFinished: false),
                .getIterator(shard: "a", .trimHorizon, reading: 1), .getIterator(shard: "c", .trimHorizon, reading: 2),
            ]
        )
    }

    @Test func `a shard is read on with the iterator of each answer, at once while there is more`() {
        var (planner, actions) = Self.reading()
        #expect(actions == [.read(iterator: "a0", limit: 1_000, shard: "a", reading: 1)])

        actions = planner.handle(.read(Self.answer(3, last: "7", next: "a1"), reading: 1), at: Self.moment())

        #expect(actions == [.read(iterator: "a1", limit: 1_000, shard: "a", reading: 1)])
    }

    @Test func `an open shard without anything new is asked after waits that double up to a cap`() {
        var (planner, _) = Self.reading { ($0.pollInterval, $0.idlePollInterval) = (.seconds(1), .seconds(3)) }
        var (now, waits) = (0.0, [Duration]())

        for number in 1...4 {
            let answer = Self.answer(0, next: "a\(number)")
            #expect(planner.handle(.read(answer, reading: 1), at: Self.moment(now)) == [])
            let wake = planner.nextWake!
            waits.append(wake - .seconds(now))
            now = Double(wake.components.seconds)
            #expect(
                planner.handle(.woke, at: Self.moment(now))
                    == [.read(iterator: "a\(number)", limit: 1_000, shard: "a", reading: 1)]
            )
        }

        #expect(waits == [.seconds(1), .seconds(2), .seconds(3), .seconds(3)])
    }

    @Test func `at the end of a shard its children are read, and looked for if there are none`() {
        var (planner, _) = Self.reading()

        let end = planner.handle(.read(Self.answer(0, next: nil), reading: 1), at: Self.moment(1))
        #expect(end == [.end(shard: "a"), .list])
        let shards = [Self.shard("a", isClosed: true), Self.shard("b", parent: "a"), Self.shard("c", parent: "a")]
        let actions = planner.handle(.listed(shards, isDisabled: false), at: Self.moment(1))

        #expect(
            actions.suffix(2) == [
                .getIterator(shard: "b", .trimHorizon, reading: 2), .getIterator(shard: "c", .trimHorizon, reading: 3),
            ]
        )
    }

    @Test func `the end of the stream is that of all its shards, once it is disabled`() {
        var (planner, _) = Self.reading()
        _ = planner.handle(.read(Self.answer(0, next: nil), reading: 1), at: Self.moment(1))

        let shards = [Self.shard("a", isClosed: true)]
        #expect(planner.handle(.listed(shards, isDisabled: false), at: Self.moment(1)) == [])
        #expect(planner.handle(.woke, at: Self.moment(2)) == [.list])
        #expect(planner.handle(.listed(shards, isDisabled: true), at: Self.moment(2)) == [.finish])
        #expect(planner.nextWake == nil)
    }

    @Test func `a stream that is gone has ended if all of it is read, and is told of else`() {
        let gone = StreamPlanner.Event.listingFailed(.refused(Refusal(.resourceNotFound)))
        var (read, _) = Self.reading()
        var unread = read
        _ = read.handle(.read(Self.answer(0, next: nil), reading: 1), at: Self.moment(1))
        _ = unread.handle(.read(Self.answer(0, next: "a1"), reading: 1), at: Self.moment(31))

        #expect(read.handle(gone, at: Self.moment(1)) == [.finish])
        #expect(unread.handle(gone, at: Self.moment(31)) == [.fail(.streamIsGone(ModelStream.arn))])
    }

    @Test(arguments: [
        (StreamStart.latest, [ShardPosition.latest, .trimHorizon]),
        (.oldest, [.trimHorizon, .trimHorizon]),
        (.time(.init(Timestamp(milliseconds: 5))), [.time(Timestamp(milliseconds: 5)), .trimHorizon]),
    ])
    func `a start counts for the shards that are there then, and not for those that come up later`(
        start: StreamStart,
        positions: [ShardPosition]
    ) {
        let time: Timestamp? = start == .oldest ? nil : Timestamp(milliseconds: 5)
        var planner = Self.planner(from: start, startTime: time)
        _ = planner.handle(.woke, at: Self.moment())
        var actions = planner.handle(.listed([Self.shard("a")], isDisabled: false), at: Self.moment())
        _ = planner.handle(.woke, at: Self.moment(30))
        actions += planner.handle(.listed([Self.shard("a"), Self.shard("b")], isDisabled: false), at: Self.moment(30))

        let found = actions.compactMap { action in
            if case .getIterator(_, let position, _) = action { position } else { nil }
        }
        #expect(found == positions)
    }

    @Test func `who begins with the latest change passes over closed shards`() {
        var planner = Self.planner(from: .latest, startTime: Timestamp(milliseconds: 5))
        _ = planner.handle(.woke, at: Self.moment())

        let shards = [Self.shard("a", isClosed: true), Self.shard("b", parent: "a")]
        let actions = planner.handle(.listed(shards, isDisabled: false), at: Self.moment())

        #expect(
            actions == [
                .add(shard: "a", parent: nil, isFinished: true), .add(shard: "b", parent: "a", isFinished: false),
                .getIterator(shard: "b", .latest, reading: 1),
            ]
        )
    }

    @Test func `with a checkpoint each shard goes on where it was`() {
        let known: [String: StreamCheckpoint.Progress] = ["a": .finished, "b": .after("7"), "c": .unread]
        var planner = Self.planner(from: .latest, startTime: Timestamp(milliseconds: 5), known: known)
        _ = planner.handle(.woke, at: Self.moment())

        let shards = [Self.shard("a", isClosed: true), Self.shard("b"), Self.shard("c"), Self.shard("d", parent: "a")]
        let actions = planner.handle(.listed(shards, isDisabled: false), at: Self.moment())

        #expect(
            actions.suffix(3) == [
                .getIterator(shard: "b", .after("7"), reading: 1),
                .getIterator(shard: "c", .time(Timestamp(milliseconds: 5)), reading: 2),
                .getIterator(shard: "d", .trimHorizon, reading: 3),
            ]
        )
    }

    @Test func `an expired iterator is renewed behind the last change`() {
        var (planner, _) = Self.reading()
        _ = planner.handle(.read(Self.answer(3, last: "7", next: "a1"), reading: 1), at: Self.moment())

        let expired = CallError.refused(Refusal(.expiredIterator))
        #expect(planner.handle(.readingFailed(expired, reading: 1), at: Self.moment()) == [])

        #expect(
            planner.handle(.woke, at: Self.moment(0.05)) == [.getIterator(shard: "a", .after("7"), reading: 1)]
        )
    }

    @Test func `what may pass is repeated after waits that grow, until patience is over`() {
        var (planner, _) = Self.reading { $0.patience = .seconds(1) }
        var waits: [Duration] = []
        var now = Duration.zero

        var actions = planner.handle(.readingFailed(Self.throttled, reading: 1), at: Self.moment())
        while actions != [.fail(.call(Self.throttled))] {
            waits.append(planner.nextWake! - now)
            now = planner.nextWake!
            let moment = Pacing.Moment(now: now, fraction: 0)
            let calls = planner.handle(.woke, at: moment)
            #expect(calls == [.read(iterator: "a0", limit: 1_000, shard: "a", reading: 1)])
            actions = planner.handle(.readingFailed(Self.throttled, reading: 1), at: moment)
        }

        #expect(waits == [50, 100, 200, 400, 800].map { .milliseconds($0) })
    }

    @Test func `what does not pass is told at once`() {
        var (planner, _) = Self.reading()
        let denied = CallError.refused(Refusal(.accessDenied))

        #expect(
            planner.handle(.readingFailed(denied, reading: 1), at: Self.moment()) == [.fail(.call(denied))]
        )
    }

    @Test(arguments: [
        (ErrorCode.trimmedDataAccess, StreamGap.Extent.trimmed), (.resourceNotFound, .wholeShard),
    ])
    func `a loss is told, with the last change ahead of it`(code: ErrorCode, extent: StreamGap.Extent) {
        var (planner, _) = Self.reading()
        _ = planner.handle(.read(Self.answer(3, last: "7", next: "a1"), reading: 1), at: Self.moment())

        let actions = planner.handle(.readingFailed(.refused(Refusal(code)), reading: 1), at: Self.moment())

        let gap = StreamGap(shardID: "a", lastSequenceNumber: "7", extent: extent)
        #expect(actions == [.fail(.gap(gap))])
    }

    @Test func `a loss that is passed is told too, and the shard goes on at its oldest change`() {
        var (planner, _) = Self.reading { $0.passesGaps = true }
        _ = planner.handle(.read(Self.answer(3, last: "7", next: "a1"), reading: 1), at: Self.moment())

        let trimmed = CallError.refused(Refusal(.trimmedDataAccess))
        let actions = planner.handle(.readingFailed(trimmed, reading: 1), at: Self.moment())

        let gap = StreamGap(shardID: "a", lastSequenceNumber: "7", extent: .trimmed)
        #expect(actions == [.pass(gap)])
        #expect(planner.handle(.woke, at: Self.moment(1)) == [.getIterator(shard: "a", .trimHorizon, reading: 1)])
    }

    @Test func `behind a shard that is gone its children are read, where losses are passed`() {
        var planner = Self.planner(known: ["a": .after("7")]) { $0.passesGaps = true }
        _ = planner.handle(.woke, at: Self.moment())
        let listed = planner.handle(.listed([Self.shard("b", parent: "a")], isDisabled: false), at: Self.moment())
        #expect(listed.last == .getIterator(shard: "a", .after("7"), reading: 1))

        let gone = CallError.refused(Refusal(.resourceNotFound))
        let actions = planner.handle(.readingFailed(gone, reading: 1), at: Self.moment())

        let gap = StreamGap(shardID: "a", lastSequenceNumber: "7", extent: .wholeShard)
        #expect(actions == [.pass(gap), .end(shard: "a"), .getIterator(shard: "b", .trimHorizon, reading: 2)])
    }

    @Test func `no more calls run than are allowed, and all shards get their turn`() {
        var planner = Self.planner { $0.concurrentCalls = 2 }
        _ = planner.handle(.woke, at: Self.moment())
        let shards = ["a", "b", "c"].map { Self.shard($0) }
        let first = planner.handle(.listed(shards, isDisabled: false), at: Self.moment())
        #expect(first.suffix(2).map(\.reading) == [1, 2])

        #expect(planner.handle(.gotIterator("a0", reading: 1), at: Self.moment()).map(\.reading) == [1])
        let answer = Self.answer(0, next: "a1")
        #expect(planner.handle(.read(answer, reading: 1), at: Self.moment()).map(\.reading) == [3])
    }

    @Test func `nothing more is read than is held at most`() {
        var (planner, _) = Self.reading { ($0.recordsPerCall, $0.bufferedChanges) = (10, 25) }
        let first = planner.handle(.read(Self.answer(10, last: "1", next: "a1"), reading: 1), at: Self.moment())
        #expect(first.count == 1)

        #expect(planner.handle(.read(Self.answer(10, last: "2", next: "a2"), reading: 1), at: Self.moment()) == [])
        #expect(planner.handle(.taken(10), at: Self.moment()).count == 1)
    }

    @Test func `who is paused begins nothing until woken`() {
        var (planner, _) = Self.reading()
        #expect(planner.handle(.paused, at: Self.moment()) == [])

        #expect(planner.handle(.read(Self.answer(3, last: "7", next: "a1"), reading: 1), at: Self.moment()) == [])
        #expect(planner.handle(.woke, at: Self.moment()).map(\.reading) == [1])
    }
}

extension StreamPlanner.Action {
    fileprivate var reading: Int? {
        switch self {
        case .getIterator(_, _, let reading), .read(_, _, _, let reading): reading
        default: nil
        }
    }
}

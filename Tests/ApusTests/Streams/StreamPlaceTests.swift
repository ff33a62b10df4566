// Which stream of a table is read, and from where on.

import ApusModel
import Synchronization
import Testing

@testable import Apus

struct StreamPlaceTests {
    /// A service that knows only which streams there are.
    private struct Streams: StreamService {
        let names: [String]
        let troubles = Troubles()
        let pacing = Pacing.immediate()
        let time = Timestamp(milliseconds: 1_000_000)

        func streams(ofTable table: String) throws(CallError) -> [String] {
            if let error = troubles.next() { throw error }
            return names
        }
        func listing(ofStream stream: String) throws(CallError) -> StreamListing { throw .notSent("nobody asks") }
        func iterator(at: ShardPosition, ofShard: String, in: String) throws(CallError) -> String {
            throw .notSent("nobody asks")
        }
        func records(at iterator: String, limit: Int) throws(CallError) -> GetRecordsOutput {
            throw .notSent("nobody asks")
        }
    }

    private static func found(
        _ names: [String],
        from start: StreamStart = .latest,
        checkpoints: [StreamCheckpoint] = []
    ) async throws(StreamReadError) -> StreamPlace.Found {
        let store = MemoryCheckpoints()
        for checkpoint in checkpoints { store.save(checkpoint) }
        return try await place(start, store).find(Streams(names: names))
    }

    private static func place(_ start: StreamStart, _ store: MemoryCheckpoints) -> StreamPlace {
        StreamPlace(source: .table("Birds"), start: start, store: store, patience: .seconds(60))
    }

    private static func checkpoint(_ name: String, isEnded: Bool = false) -> StreamCheckpoint {
        StreamCheckpoint(streamArn: name, shards: ["a": isEnded ? .finished : .after("7")], isEnded: isEnded)
    }

    @Test func `without a checkpoint the newest stream is read, from where it is said`() async throws {
        let found = try await Self.found(["one", "two"])

        #expect(found.start == .latest)
        #expect(found.checkpoint.streamArn == "two")
        // Five minutes ahead, by the clock of this machine.
        #expect(found.checkpoint.startTime == Timestamp(milliseconds: 700_000))
        #expect(found.checkpoint.shards == [:])
    }

    @Test func `an older stream that is not read to its end comes first`() async throws {
        let found = try await Self.found(["one", "two"], checkpoints: [Self.checkpoint("one")])

        #expect(found.checkpoint == Self.checkpoint("one"))
    }

    @Test func `what follows a stream that was read to its end is read from its beginning`() async throws {
        let ended = Self.checkpoint("one", isEnded: true)

        let found = try await Self.found(["one", "two", "three"], checkpoints: [ended])

        #expect(found.start == .oldest)
        #expect(found.checkpoint == StreamCheckpoint(streamArn: "two"))
    }

    @Test func `the newest stream stays at its end`() async throws {
        let ended = Self.checkpoint("two", isEnded: true)

        #expect(try await Self.found(["one", "two"], checkpoints: [ended]).checkpoint == ended)
    }

    @Test func `a service that is away for a while is asked again, one that refuses is not`() async throws {
        let away = Streams(names: ["one"])
        away.troubles.errors.withLock { $0 = Array(repeating: .unreachable("away"), count: 8) }
        let refusing = Streams(names: ["one"])
        let denied = CallError.refused(Refusal(.accessDenied))
        refusing.troubles.errors.withLock { $0 = [denied] }
        let place = Self.place(.oldest, MemoryCheckpoints())

        #expect(try await place.find(away).checkpoint.streamArn == "one")
        await #expect(throws: StreamReadError.call(denied)) { try await place.find(refusing) }
    }

    @Test func `a table without a stream is told`() async {
        await #expect(throws: StreamReadError.noStream(table: "Birds")) { try await Self.found([]) }
    }
}

/// What a service fails with, one call after another.
private final class Troubles: Sendable {
    let errors = Mutex<[CallError]>([])

    func next() -> CallError? {
        errors.withLock { $0.popLast() }
    }
}

// Loops over the changes of a stream.

import Foundation
import Synchronization
import Testing

@testable import Apus

struct ChangeStreamTests {
    private static func stream(_ writes: Int, items: Int = 4, shards: Int = 1) -> ModelStream {
        var stream = ModelStream(items: items, shards: shards)
        for number in 0..<writes { stream.write(number % items, second: number) }
        return stream
    }

    private static func versions(_ changes: [StreamChange]) -> [[Int]] {
        (0..<4).map { item in changes.filter { $0.item == item }.map { $0.version } }
    }

    @Test func `a loop hands out all changes, and ends when the stream is disabled and read`() async throws {
        let service = ScriptedStreams(Self.stream(40, shards: 2))
        service.change { stream in
            stream.close("shard-0", children: 2)
            for number in 0..<8 { stream.write(number % 4) }
            stream.disable()
        }
        let store = MemoryCheckpoints()

        var found: [StreamChange] = []
        for try await change in service.changes(checkpoints: store) { found.append(change) }

        #expect(Self.versions(found) == Array(repeating: Array(1...12), count: 4))
        let checkpoint = try #require(store.checkpoint(ofStream: ModelStream.arn))
        #expect(checkpoint.isEnded)
        #expect(checkpoint.shards.values.allSatisfy { $0 == .finished })
    }

    @Test func `a stream that was processed to its end is not read again`() async throws {
        let store = MemoryCheckpoints()
        store.save(StreamCheckpoint(streamArn: ModelStream.arn, isEnded: true))
        let service = ScriptedStreams(Self.stream(3))

        for try await _ in service.changes(checkpoints: store) { Issue.record("there is nothing to read") }

        #expect(service.calls.isEmpty)
    }

    @Test func `batches are of one shard and no larger than is asked`() async throws {
        let service = ScriptedStreams(Self.stream(40, shards: 4))
        service.change { $0.disable() }

        var found: [StreamChange] = []
        for try await batch in service.changes().batches(upTo: 3) {
            #expect(batch.changes.count <= 3)
            #expect(batch.changes.allSatisfy { $0.shardID == batch.shardID })
            found += batch.changes
        }

        #expect(Self.versions(found) == Array(repeating: Array(1...10), count: 4))
    }

    @Test func `a change counts as processed when the next one is asked for`() async throws {
        let service = ScriptedStreams(Self.stream(5, items: 1))
        let store = MemoryCheckpoints()
        var options = StreamReadOptions()
        options.saveInterval = .zero
        var iterator = service.changes(checkpoints: store, options: options).makeAsyncIterator()

        let first = try #require(try await iterator.next())
        #expect(store.checkpoint(ofStream: ModelStream.arn)?.shards == ["shard-0": .unread])
        _ = try await iterator.next()

        #expect(store.checkpoint(ofStream: ModelStream.arn)?.shards == ["shard-0": .after(first.sequenceNumber)])
    }

    @Test func `a commit is saved when it returns`() async throws {
        let service = ScriptedStreams(Self.stream(5, items: 1))
        let store = MemoryCheckpoints()
        var options = StreamReadOptions()
        options.saveInterval = .seconds(1_000_000)
        let changes = service.changes(checkpoints: store, options: options)
        var iterator = changes.makeAsyncIterator()

        let first = try #require(try await iterator.next())
        try await changes.commit(first)
        #expect(store.checkpoint(ofStream: ModelStream.arn)?.shards == ["shard-0": .after(first.sequenceNumber)])
        _ = try await iterator.next()
        let third = try #require(try await iterator.next())
        try await changes.commit()

        #expect(store.checkpoint(ofStream: ModelStream.arn)?.shards == ["shard-0": .after(third.sequenceNumber)])
    }

    @Test func `a second loop goes on where the first one ended`() async throws {
        let service = ScriptedStreams(Self.stream(5, items: 1))
        service.change { $0.disable() }
        let changes = service.changes()

        var found: [Int] = []
        for try await change in changes {
            found.append(change.version)
            if found.count == 2 { break }
        }
        for try await change in changes { found.append(change.version) }

        #expect(found == [1, 2, 3, 4, 5])
    }

    @Test func `a cancelled loop throws, saves what it has processed, and begins no further calls`() async throws {
        let service = ScriptedStreams(Self.stream(3, items: 1), pacing: .system)
        let store = MemoryCheckpoints()
        var options = StreamReadOptions()
        options.saveInterval = .seconds(1_000_000)
        let changes = service.changes(checkpoints: store, options: options)
        let (seen, note) = AsyncStream<StreamChange>.makeStream()
        let task = Task {
            for try await change in changes { note.yield(change) }
        }
        var found: [StreamChange] = []
        for await change in seen {
            found.append(change)
            if found.count == 3 { break }
        }

        task.cancel()

        await #expect(throws: StreamReadError.cancelled) { try await task.value }
        let last = found[2].sequenceNumber
        #expect(store.checkpoint(ofStream: ModelStream.arn)?.shards == ["shard-0": .after(last)])
        try await Task.sleep(for: .milliseconds(50))
        let calls = service.calls.count
        try await Task.sleep(for: .milliseconds(600))
        #expect(service.calls.count == calls)
    }

    @Test func `after a failure another loop goes on behind what was processed`() async throws {
        let denied = CallError.refused(Refusal(.accessDenied))
        let answers = Mutex(0)
        let service = ScriptedStreams(Self.stream(6, items: 1)) { call in
            guard case .records = call else { return nil }
            // The second answer is a refusal.
            return answers.withLock {
                $0 += 1; return $0 == 2 ? denied : nil
            }
        }
        service.change { $0.disable() }
        var options = StreamReadOptions()
        options.recordsPerCall = 2
        let changes = service.changes(options: options)

        var found: [Int] = []
        await #expect(throws: StreamReadError.call(denied)) {
            for try await change in changes { found.append(change.version) }
        }
        #expect(found == [1, 2])
        for try await change in changes { found.append(change.version) }

        #expect(found == [1, 2, 3, 4, 5, 6])
    }

    @Test func `changes that were trimmed behind the checkpoint are told as a gap, or passed and noted`() async throws {
        let stream = Self.stream(10, items: 1)
        let store = MemoryCheckpoints()
        let checkpoint = StreamCheckpoint(
            streamArn: ModelStream.arn,
            shards: ["shard-0": .after(ModelStream.sequence(3))]
        )
        store.save(checkpoint)
        let gap = StreamGap(shardID: "shard-0", lastSequenceNumber: ModelStream.sequence(3), extent: .trimmed)
        let service = ScriptedStreams(stream)
        service.change { stream in
            stream.trim("shard-0", 6)
            stream.disable()
        }

        await #expect(throws: StreamReadError.gap(gap)) {
            for try await _ in service.changes(checkpoints: store) {}
        }
        #expect(store.checkpoint(ofStream: ModelStream.arn) == checkpoint)
        var options = StreamReadOptions()
        options.passesGaps = true
        let changes = service.changes(checkpoints: store, options: options)
        var found: [Int] = []
        for try await change in changes { found.append(change.version) }

        #expect(found == [7, 8, 9, 10])
        #expect(await changes.gaps == [gap])
    }

    @Test func `a shard that is gone with a checkpoint in it is told as a gap`() async throws {
        let service = ScriptedStreams(Self.stream(10, items: 1))
        service.change { stream in
            stream.close("shard-0", children: 1)
            stream.remove("shard-0")
        }
        let store = MemoryCheckpoints()
        store.save(
            StreamCheckpoint(streamArn: ModelStream.arn, shards: ["shard-0": .after(ModelStream.sequence(3))])
        )

        let gap = StreamGap(shardID: "shard-0", lastSequenceNumber: ModelStream.sequence(3), extent: .wholeShard)
        await #expect(throws: StreamReadError.gap(gap)) {
            for try await _ in service.changes(checkpoints: store) {}
        }
    }

    @Test func `a loop begins with what changes from then on, or since a time`() async throws {
        let latest = ScriptedStreams(Self.stream(10, items: 1))
        var iterator = latest.changes(from: .latest).makeAsyncIterator()
        let next = Task {
            // As soon as the shard has told its end, another change is made.
            while !latest.calls.contains(.records(shard: "shard-0")) { await Task.yield() }
            latest.change { $0.write(0) }
        }
        #expect(try await iterator.next()?.version == 11)
        await next.value

        let timed = ScriptedStreams(Self.stream(10, items: 1))
        var second = timed.changes(from: .time(Date(timeIntervalSince1970: 7))).makeAsyncIterator()
        #expect(try await second.next()?.version == 8)
    }

    @Test func `a reader that began with the latest change and was killed before one came loses none`() async throws {
        let store = MemoryCheckpoints()
        let service = ScriptedStreams(Self.stream(3, items: 1))
        let waiting = Task { [changes = service.changes(from: .latest, checkpoints: store)] in
            for try await _ in changes {}
        }
        while store.checkpoint(ofStream: ModelStream.arn)?.shards.isEmpty ?? true { await Task.yield() }
        waiting.cancel()
        _ = await waiting.result
        service.change { $0.write(0, second: 2_000_000_000) }

        var iterator = service.changes(from: .latest, checkpoints: store).makeAsyncIterator()

        #expect(try await iterator.next()?.version == 4)
    }

    @Test func `no more shards are asked at a time than is allowed`() async throws {
        let service = ScriptedStreams(Self.stream(100, items: 20, shards: 10))
        service.change { $0.disable() }
        var options = StreamReadOptions()
        options.concurrentCalls = 3

        for try await _ in service.changes(options: options) {}

        // The list of shards may be asked for meanwhile.
        #expect((2...4).contains(service.mostRunning))
    }

    @Test func `a reader that nobody asks reads ahead no more than it may hold`() async throws {
        let service = ScriptedStreams(Self.stream(100, items: 1))
        var options = StreamReadOptions()
        (options.recordsPerCall, options.bufferedChanges) = (5, 20)
        let changes = service.changes(options: options)
        var iterator = changes.makeAsyncIterator()

        _ = try await iterator.next()
        var count: Int { service.calls.filter { $0 == .records(shard: "shard-0") }.count }
        let end = ContinuousClock.now + .seconds(30)
        while count < 4, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .milliseconds(20))

        #expect(count == 4)
    }

    @Test func `a store that fails is told, and what was to be saved is saved later`() async throws {
        let store = FailingCheckpoints()
        let service = ScriptedStreams(Self.stream(3, items: 1))
        let changes = service.changes(checkpoints: store)
        var iterator = changes.makeAsyncIterator()

        await #expect(throws: StreamReadError.checkpoint("the disk is full")) { try await iterator.next() }
        await store.mend()
        let change = try #require(try await iterator.next())
        try await changes.commit(change)

        #expect(await store.last?.shards == ["shard-0": .after(change.sequenceNumber)])
    }
}

private actor FailingCheckpoints: CheckpointStore {
    private struct DiskFull: Error, CustomStringConvertible {
        let description = "the disk is full"
    }

    private(set) var last: StreamCheckpoint?
    private var isBroken = true

    func mend() {
        isBroken = false
    }

    func checkpoint(ofStream streamArn: String) -> StreamCheckpoint? { last }

    func save(_ checkpoint: StreamCheckpoint) throws {
        if isBroken { throw DiskFull() }
        last = checkpoint
    }
}

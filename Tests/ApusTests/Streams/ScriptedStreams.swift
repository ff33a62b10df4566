// The service of a model stream, with failures as a test wants them.

import ApusModel
import Synchronization

@testable import Apus

/// Answers out of a model stream, which the test changes meanwhile.
final class ScriptedStreams: StreamService {
    enum Call: Equatable {
        case list
        case iterator(ShardPosition, shard: String)
        case records(shard: String)
    }

    private struct State {
        var stream: ModelStream
        var calls: [Call] = []
        var running = 0
        var mostRunning = 0
    }

    private let state: Mutex<State>
    private let failure: @Sendable (Call) -> CallError?
    let pacing: Pacing
    let time = Timestamp(milliseconds: 1_767_225_600_000)

    /// - Parameter failure: is asked ahead of each call, and answers why it fails.
    init(
        _ stream: ModelStream,
        pacing: Pacing = .immediate(),
        failure: @escaping @Sendable (Call) -> CallError? = { _ in nil }
    ) {
        state = Mutex(State(stream: stream))
        self.pacing = pacing
        self.failure = failure
    }

    var calls: [Call] { state.withLock { $0.calls } }
    var mostRunning: Int { state.withLock { $0.mostRunning } }

    func change<Value: Sendable>(_ body: (inout ModelStream) -> Value) -> Value {
        state.withLock { body(&$0.stream) }
    }

    private func answer<Value: Sendable>(
        _ call: Call,
        _ body: (inout ModelStream) throws(CallError) -> Value
    ) async throws(CallError) -> Value {
        state.withLock { state in
            state.calls.append(call)
            state.running += 1
            state.mostRunning = max(state.mostRunning, state.running)
        }
        await Task.yield()
        let failure = failure(call)
        return try state.withLock { state throws(CallError) in
            state.running -= 1
            if let failure { throw failure }
            return try body(&state.stream)
        }
    }

    func streams(ofTable table: String) async throws(CallError) -> [String] { [ModelStream.arn] }

    func listing(ofStream stream: String) async throws(CallError) -> StreamListing {
        try await answer(.list) { stream in stream.listing() }
    }

    func iterator(
        at position: ShardPosition,
        ofShard shard: String,
        in stream: String
    ) async throws(CallError) -> String {
        try await answer(.iterator(position, shard: shard)) { stream throws(CallError) in
            try stream.iterator(at: position, ofShard: shard)
        }
    }

    func records(at iterator: String, limit: Int) async throws(CallError) -> GetRecordsOutput {
        let shard = String(iterator.prefix { $0 != " " })
        return try await answer(.records(shard: shard)) { stream throws(CallError) in
            try stream.records(at: iterator, limit: limit)
        }
    }

    /// A reading of the stream.
    func changes(
        from start: StreamStart = .oldest,
        checkpoints: any CheckpointStore = MemoryCheckpoints(),
        options: StreamReadOptions = StreamReadOptions()
    ) -> ChangeStream {
        let place = StreamPlace(
            source: .stream(ModelStream.arn),
            start: start,
            store: checkpoints,
            patience: options.patience
        )
        let logger = ClientConfiguration(endpoint: "http://127.0.0.1:8000").logger
        return ChangeStream(reading: StreamReading(service: self, place: place, options: options, logger: logger))
    }
}

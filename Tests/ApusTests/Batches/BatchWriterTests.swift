// The writer against a table behind a transport.

import ApusModel
import ApusWire
import Logging
import Synchronization
import Testing

@testable import Apus

struct BatchWriterTests {
    private static let keys = ["birds": KeySchema(partition: KeyAttribute(name: "id", type: .string))]

    private func writer(
        _ transport: some Transport,
        seed: Int = 0,
        _ notes: FateNotes
    ) throws -> BatchWriter<ModelChange> {
        let client = DynamoDBClient(
            ClientConfiguration(endpoint: "http://127.0.0.1:8000"),
            transport: transport,
            pacing: .immediate(seed: UInt64(seed))
        )
        return BatchWriter(client: client, keys: Self.keys, onSettled: { notes.add($0.origin, $1) })
    }

    private func batchChange(_ change: ModelChange) -> BatchChange<ModelChange> {
        let item: Item = [
            "id": .string(change.key), "version": .number(Number(change.version)), "isFaulty": .bool(change.isFaulty),
        ]
        return .put(item, into: "birds", origin: change)
    }

    @Test(arguments: 0..<60)
    func `whatever the table does, the writer's account is true`(seed: Int) async throws {
        var chance = SeededChance(seed: UInt64(seed))
        let changes = ModelChange.history(&chance)
        let transport = TableTransport(TableModel(weather: .drawn(from: &chance)), chance)
        let notes = FateNotes()
        let writer = try writer(transport, seed: seed, notes)

        for change in changes { await writer.add(batchChange(change)) }
        let outcome = await writer.finish()

        #expect(notes.account.disagreements(with: transport.table, accepted: changes) == [])
        #expect(outcome.accepted == changes.count)
        #expect(outcome.written + outcome.refused + outcome.leftOver == outcome.accepted)
        #expect(transport.sharedKeys == [])
    }

    @Test func `all of a sequence is written, and a cancelled one is accounted for`() async throws {
        var chance = SeededChance(seed: 7)
        let changes = (1...2_000).map { batchChange(ModelChange(key: "\($0)", version: $0, isFaulty: false)) }
        let clear = TableModel.Weather(drop: 0, failure: 0, throttling: 0, unprocessed: 0, outage: 0..<0)
        let transport = TableTransport(TableModel(weather: clear), chance)
        let notes = FateNotes()
        let writer = try writer(transport, notes)
        let stream = AsyncStream { continuation in
            for change in changes { continuation.yield(change) }
            continuation.finish()
        }

        let writing = Task { await writer.write(contentsOf: stream) }
        if chance.happens(1) { writing.cancel() }
        let outcome = await writing.value

        #expect(outcome.written == transport.table.versions.count)
        #expect(outcome.written + outcome.leftOver == outcome.accepted)
    }

    @Test func `a lasting refusal stops the writer and says why`() async throws {
        let body = #"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"gone"}"#
        let refusal = ScriptedTransport.Step.answer(ClientAnswer(status: 400, body: Array(body.utf8)))
        let transport = ScriptedTransport([refusal])
        let notes = FateNotes()
        let writer = try writer(transport, notes)

        await writer.add(batchChange(ModelChange(key: "a", version: 1, isFaulty: false)))
        let outcome = await writer.finish()

        #expect(outcome.leftOver == 1)
        #expect(outcome.stoppedTables["birds"] == "ResourceNotFoundException: gone")
        #expect(outcome.unwritten.map(\.reason) == ["ResourceNotFoundException: gone"])
        #expect(outcome.unwritten.map(\.attempts) == [1])
    }

    @Test func `an answer about an item that was not sent is not believed`() async throws {
        let strange = #"{"UnprocessedItems":{"birds":[{"DeleteRequest":{"Key":{"id":{"S":"other"}}}}]}}"#
        let steps = [strange, #"{"UnprocessedItems":{}}"#].map { body in
            ScriptedTransport.Step.answer(ClientAnswer(status: 200, body: Array(body.utf8)))
        }
        let transport = ScriptedTransport(steps)
        let notes = FateNotes()
        let writer = try writer(transport, notes)

        await writer.add(batchChange(ModelChange(key: "a", version: 1, isFaulty: false)))
        let outcome = await writer.finish()

        #expect(outcome.written == 1)
        #expect(transport.requests.count == 2)
    }
}

/// Takes down the fate of each change.
private final class FateNotes: Sendable {
    private let notes = Mutex<[(change: ModelChange, fate: BatchFate)]>([])

    var account: Account {
        notes.withLock { notes in
            var account = Account()
            for note in notes { account.add(note.change, note.fate) }
            return account
        }
    }

    func add(_ change: ModelChange, _ fate: BatchFate) {
        notes.withLock { $0.append((change, fate)) }
    }
}

/// A table model behind HTTP.
private final class TableTransport: Transport {
    private struct State {
        var table: TableModel
        var chance: SeededChance
        var keysUnderWay: Set<String> = []
        var sharedKeys: Set<String> = []
    }

    private let state: Mutex<State>

    init(_ table: TableModel, _ chance: SeededChance) {
        state = Mutex(State(table: table, chance: chance))
    }

    var table: TableModel { state.withLock { $0.table } }
    /// Keys that stood in two requests at a time.
    var sharedKeys: Set<String> { state.withLock { $0.sharedKeys } }

    func send(_ request: ClientRequest) async throws(TransportError) -> ClientAnswer {
        guard let batch = Self.changes(in: request) else { return ClientAnswer(status: 400, body: []) }
        let keys = Set(batch.map(\.key))
        state.withLock { state in
            state.sharedKeys.formUnion(state.keysUnderWay.intersection(keys))
            state.keysUnderWay.formUnion(keys)
        }
        await Task.yield()
        let answer = state.withLock { state in
            state.keysUnderWay.subtract(keys)
            return state.table.answer(to: batch, &state.chance)
        }
        return try Self.message(answer, batch)
    }

    private static func changes(in request: ClientRequest) -> [ModelChange]? {
        let message = request.body.withUnsafeBytes { try? BatchWriteItemRequest.decode($0) }
        return message?.requestItems?.first?.entries.compactMap { entry in
            guard case .put(let item) = entry, case .string(let key)? = item.value["id"],
                case .number(let version)? = item.value["version"], case .bool(let isFaulty)? = item.value["isFaulty"]
            else { return nil }
            return ModelChange(key: key, version: Int(version.description) ?? 0, isFaulty: isFaulty)
        }
    }

    private static func message(
        _ answer: ModelAnswer,
        _ batch: [ModelChange]
    ) throws(TransportError) -> ClientAnswer {
        switch answer {
        case .written(let unprocessed):
            let entries = batch.filter { unprocessed.contains($0.version) }.map { change in
                BatchWriteEntry.put(item: Unchecked(["id": .string(change.key)]))
            }
            let response = BatchWriteItemResponse(unprocessedItems: entries.isEmpty ? [] : [("birds", entries)])
            return ClientAnswer(status: 200, body: response.encoded())
        case .refused: return refusal(.validation("The item is faulty"))
        case .throttled: return refusal(ServiceError(.provisionedThroughputExceeded, "too fast"))
        case .failed: return refusal(ServiceError(.internalServerError, "a bad day"))
        case .dropped: throw TransportError("the connection was closed")
        }
    }

    private static func refusal(_ error: ServiceError) -> ClientAnswer {
        ClientAnswer(status: error.httpStatus, body: error.body())
    }
}

// The writer against a table behind a transport.

import ApusModel
import ApusWire
import Logging
import Synchronization
import Testing

@testable import Apus

struct BatchWriterTests {
    private static let table = BatchTable(
        name: "birds",
        keySchema: KeySchema(partition: KeyAttribute(name: "id", type: .string))
    )

    private func writer(
        _ transport: some Transport,
        seed: Int = 0,
        settings: BatchSettings = BatchSettings(),
        _ notes: UnwrittenNotes
    ) throws -> BatchWriter<ModelChange> {
        let client = DynamoDBClient(
            ClientConfiguration(endpoint: "http://127.0.0.1:8000"),
            transport: transport,
            pacing: .immediate(seed: UInt64(seed))
        )
        return BatchWriter(client: client, table: Self.table, settings: settings) { notes.add($0) }
    }

    private func batchChange(_ change: ModelChange) throws -> BatchChange<ModelChange> {
        let item: Item = [
            "id": .string(change.key), "version": .number(Number(change.version)), "isFaulty": .bool(change.isFaulty),
        ]
        return try .put(item, into: Self.table, origin: change)
    }

    @Test(arguments: 0..<60)
    func `whatever the table does, the writer's account is true`(seed: Int) async throws {
        var chance = SeededChance(seed: UInt64(seed))
        let changes = ModelChange.history(&chance)
        let transport = TableTransport(TableModel(weather: .drawn(from: &chance)), chance)
        let notes = UnwrittenNotes()
        let writer = try writer(transport, seed: seed, notes)

        for change in changes { await writer.write(try batchChange(change)) }
        let summary = await writer.finish()

        #expect(notes.account(of: changes).disagreements(with: transport.table, accepted: changes) == [])
        #expect(summary.accepted == changes.count)
        #expect(summary.written + summary.refused + summary.leftOver == summary.accepted)
        #expect(transport.sharedKeys == [])
    }

    @Test func `all of a sequence is written, and a cancelled one is accounted for`() async throws {
        var chance = SeededChance(seed: 7)
        let changes = try (1...2_000).map { try batchChange(ModelChange(key: "\($0)", version: $0, isFaulty: false)) }
        let clear = TableModel.Weather(drop: 0, failure: 0, throttling: 0, unprocessed: 0, outage: 0..<0)
        let transport = TableTransport(TableModel(weather: clear), chance)
        let notes = UnwrittenNotes()
        let writer = try writer(transport, notes)
        let stream = AsyncStream { continuation in
            for change in changes { continuation.yield(change) }
            continuation.finish()
        }

        let writing = Task { await writer.writeAll(stream) }
        if chance.happens(1) { writing.cancel() }
        let summary = await writing.value

        #expect(summary.written == transport.table.versions.count)
        #expect(summary.written + summary.leftOver == summary.accepted)
    }

    @Test func `a lasting refusal stops the writer and says why`() async throws {
        let body = #"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"gone"}"#
        let refusal = ScriptedTransport.Step.answer(ClientAnswer(status: 400, body: Array(body.utf8)))
        let transport = ScriptedTransport([refusal])
        let notes = UnwrittenNotes()
        let writer = try writer(transport, notes)

        await writer.write(try batchChange(ModelChange(key: "a", version: 1, isFaulty: false)))
        let summary = await writer.finish()

        #expect(summary.leftOver == 1)
        #expect(summary.stopReason == "ResourceNotFoundException: gone")
        #expect(notes.reasons == ["ResourceNotFoundException: gone"])
    }

    @Test func `an answer about an item that was not sent is not believed`() async throws {
        let strange = #"{"UnprocessedItems":{"birds":[{"DeleteRequest":{"Key":{"id":{"S":"other"}}}}]}}"#
        let steps = [strange, #"{"UnprocessedItems":{}}"#].map { body in
            ScriptedTransport.Step.answer(ClientAnswer(status: 200, body: Array(body.utf8)))
        }
        let transport = ScriptedTransport(steps)
        let notes = UnwrittenNotes()
        let writer = try writer(transport, notes)

        await writer.write(try batchChange(ModelChange(key: "a", version: 1, isFaulty: false)))
        let summary = await writer.finish()

        #expect(summary.written == 1)
        #expect(transport.requests.count == 2)
    }
}

/// Takes down what a writer could not write.
private final class UnwrittenNotes: Sendable {
    private let notes = Mutex<[UnwrittenChange<ModelChange>]>([])

    var reasons: [String] { notes.withLock { $0.map(\.reason) } }

    func add(_ unwritten: UnwrittenChange<ModelChange>) {
        notes.withLock { $0.append(unwritten) }
    }

    /// The account, in which whatever was not taken down counts as written.
    func account(of changes: [ModelChange]) -> Account {
        let notes = notes.withLock { $0 }
        let unwritten = Set(notes.map(\.change.origin))
        return Account(
            written: changes.filter { !unwritten.contains($0) },
            refused: notes.filter { $0.cause == .refused }.map(\.change.origin),
            leftOver: notes.filter { $0.cause != .refused }.map(\.change.origin)
        )
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

// The getter against a table that leaves keys unread, loses answers and throttles.

import ApusModel
import ApusWire
import Synchronization
import Testing

@testable import Apus

struct BatchGetterTests {
    private func getter(_ service: ShelfService, _ options: BatchGetOptions = BatchGetOptions()) -> BatchGetter {
        BatchGetter(service: service, options: options)
    }

    private func key(_ number: Int) -> BatchGetKey {
        BatchGetKey(["id": .number(Number(number))], in: "shelf")
    }

    @Test(arguments: 0..<60)
    func `whatever the table does, each key is accounted for`(seed: Int) async {
        var chance = SeededChance(seed: UInt64(seed))
        let keys = (0..<Int.random(in: 0...900, using: &chance)).map { _ in
            key(Int.random(in: 0..<600, using: &chance))
        }
        let service = ShelfService(seed: UInt64(seed), trouble: Double.random(in: 0..<0.5, using: &chance))
        var options = BatchGetOptions()
        options.heldKeys = Int.random(in: 1...400, using: &chance)
        options.attemptsLimit = chance.happens(0.3) ? 2 : nil
        let items = getter(service, options).items(for: keys)

        var found: [Item] = []
        for await item in items { found.append(item.item) }
        let outcome = await items.outcome

        #expect(outcome.accepted == keys.count)
        #expect(outcome.found == found.count)
        #expect(outcome.found + outcome.missing.count + outcome.leftOver.count + outcome.repeated == keys.count)
        #expect(outcome.missing.allSatisfy { !ShelfService.has($0.key) })
        #expect(found.allSatisfy { ShelfService.has(["id": $0["id"]!]) })
        if options.attemptsLimit == nil { #expect(outcome.leftOver == []) }
        #expect(service.largestBatch <= 100)
    }

    @Test func `a projection brings the key along, and the request says how to read`() async {
        let service = ShelfService(seed: 1, trouble: 0)
        var options = BatchGetOptions()
        options.tables["shelf"] = BatchGetOptions.Table(attributes: ["title"], isConsistent: true)

        for await _ in getter(service, options).items(for: [key(2), key(2)]) {}

        let body =
            "{\"RequestItems\":{\"shelf\":{\"Keys\":[{\"id\":{\"N\":\"2\"}}],\"ConsistentRead\":true,"
            + "\"ProjectionExpression\":\"#a0,#a1\",\"ExpressionAttributeNames\":{\"#a0\":\"title\",\"#a1\":\"id\"}}},"
            + "\"ReturnConsumedCapacity\":\"TOTAL\"}"
        #expect(service.bodies == [body])
    }

    @Test func `a cancelled reading accounts for the keys that it took`() async {
        let service = ShelfService(seed: 1, trouble: 0)
        let keys = AsyncStream(unfolding: { [key] in key(1) })
        let items = getter(service).items(for: keys)

        let reading = Task {
            for await _ in items {}
        }
        reading.cancel()
        await reading.value
        let outcome = await items.outcome

        #expect(
            outcome.found + outcome.missing.count + outcome.leftOver.count + outcome.repeated == outcome.accepted
        )
    }
}

/// A table that has the items of even numbers.
private final class ShelfService: BatchService {
    private struct State {
        var chance: SeededChance
        var bodies: [String] = []
        var largestBatch = 0
    }

    let pacing: Pacing
    private let trouble: Double
    private let state: Mutex<State>

    init(seed: UInt64, trouble: Double) {
        pacing = .immediate(seed: seed)
        self.trouble = trouble
        state = Mutex(State(chance: SeededChance(seed: seed)))
    }

    var bodies: [String] { state.withLock { $0.bodies } }
    var largestBatch: Int { state.withLock { $0.largestBatch } }

    static func has(_ key: Item) -> Bool {
        guard case .number(let number)? = key["id"], let value = Int(number.description) else { return false }
        return value.isMultiple(of: 2)
    }

    func readBatch(_ body: [UInt8]) async throws(CallError) -> ReadAnswer {
        guard let request = body.withUnsafeBytes({ try? BatchGetItemRequest.decode($0) }) else {
            throw .refused(Refusal(.validation, "no request"))
        }
        let keys = request.requestItems?.first?.wanted.keys?.map(\.value) ?? []
        await Task.yield()
        let (isLost, unprocessed) = state.withLock { state in
            state.bodies.append(String(decoding: body, as: UTF8.self))
            state.largestBatch = max(state.largestBatch, keys.count)
            let isLost = state.chance.happens(trouble / 2)
            return (isLost, keys.filter { _ in state.chance.happens(trouble) })
        }
        if isLost { throw .unreachable("the connection was closed") }
        if unprocessed.count == keys.count { throw .refused(Refusal(.provisionedThroughputExceeded, "too fast")) }
        let read = keys.filter { !unprocessed.contains($0) }
        return ReadAnswer(items: read.filter(Self.has), unprocessedKeys: unprocessed, units: Double(read.count) / 2)
    }

    func writeBatch(_ body: [UInt8]) async throws(CallError) -> BatchWriteItemOutput {
        throw .refused(Refusal(.validation, "this table is only read"))
    }

    func keySchema(of table: String) async throws(CallError) -> KeySchema? { nil }
}

// The shards of streams, renewed on demand.

import ApusDatabase
import ApusModel
import ApusWire
import Dispatch
import Synchronization

extension AdminInterface {
    /// Closes all open shards of a table's stream: `split` opens two in the place of each, `roll` one.
    ///
    /// Waits until that is durable.
    func renewShards(of name: String, _ renewal: ShardRenewal, _ query: AdminQuery) throws -> HTTPReply {
        let tables = database.catalog.activeTables.filter { table in
            table.name.text == name && (query["region"] ?? table.definition.region) == table.definition.region
        }
        guard let table = tables.first else { throw AdminRefusal(.notFound, "There is no table \(name)") }
        guard tables.count == 1 else {
            throw AdminRefusal(.badRequest, "There are tables \(name) in several regions; add ?region=")
        }
        guard let id = table.definition.settings.stream?.id, let stream = database.streams.stream(id) else {
            throw AdminRefusal(.badRequest, "The table \(name) has no stream")
        }
        let renewed = try Awaited { database.renewShards(of: stream, renewal, completion: $0) }.value()
        return Self.json { writer in
            writer.member("region", renewed.region)
            writer.member("table", name)
            writer.member("openShards", renewed.shards(at: database.clock.now).filter(\.isOpen).map(\.id.text))
        }
    }
}

/// What a call with a completion answers, waited for on a thread that may wait.
private final class Awaited<Answer: Sendable>: Sendable {
    private let result = Mutex<Result<Answer, any Error>?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    init(_ start: (@escaping @Sendable (Result<Answer, any Error>) -> Void) -> Void) {
        start { result in
            self.result.withLock { $0 = result }
            self.isThere.signal()
        }
    }

    func value() throws -> Answer {
        isThere.wait()
        return try result.withLock { $0! }.get()
    }
}

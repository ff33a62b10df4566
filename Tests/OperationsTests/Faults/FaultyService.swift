// A service whose requests meet the faults that a test asks for.

import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire

@testable import ApusOperations

/// A service with the tables `Cats` (id, with the indexes `byKind` and `byOwner`) and `Visits` (id, at).
struct FaultyService {
    static let catsARN = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"
    static let visitsARN = "arn:aws:dynamodb:eu-north-1:111122223333:table/Visits"
    static let failure = ServiceError(
        .internalServerError,
        "The request processing has failed because of an unknown error"
    )

    let clock = ManualClock()
    let faults = FaultEngine(seed: 1)
    let service: TestService
    private let dispatcher = Dispatcher()

    init(isOnDemand: Bool = true, throughput: ThroughputRules = .unlimited) async throws {
        service = try TestService(throughput: throughput, clock: clock, faults: faults)
        let units = isOnDemand ? "" : UpdateMembers.units(1, 1)
        let billing = isOnDemand ? #""BillingMode":"PAY_PER_REQUEST""# : units
        let cats = NewTable(
            definitions: "id:S kind:S owner:S",
            key: "id:HASH",
            billing: billing,
            global: [
                NewTable.index("byKind", "kind:HASH", more: units),
                NewTable.index("byOwner", "owner:HASH", more: units),
            ]
        )
        try await service.call(.createTable, cats.json)
        try await service.call(.createTable, NewTable(name: "Visits", billing: billing).json)
    }

    func add(
        _ effect: FaultEffect,
        on operations: Set<String> = [],
        table: String? = nil,
        key: Item = [:],
        trigger: FaultTrigger = FaultTrigger()
    ) throws {
        let match = FaultMatch(operations: operations, table: table, key: key)
        let rule = try FaultRule(
            name: "rule-\(faults.reports.count)",
            match: match,
            trigger: trigger,
            effect: effect
        )
        try faults.add([rule], at: clock.now)
    }

    /// The body of the answer.
    @discardableResult
    func call(_ operation: OperationName, _ body: String) async throws -> String {
        try await service.call(operation, body)
    }

    /// The whole answer, as the dispatcher hands it to the server.
    ///
    /// - Parameters:
    ///   - caller: the id of the access key.
    ///   - scenario: what the request asks for itself.
    func answer(
        _ operation: OperationName,
        _ body: String,
        caller: String? = nil,
        scenario: String? = nil
    ) async -> Dispatcher.Answer {
        let context = RequestContext(
            database: service.database,
            chance: SeededChance(seed: 1),
            region: "eu-north-1",
            account: "111122223333",
            host: "localhost:8000",
            executor: ImmediateExecutor.shared,
            faults: RequestFaults(engine: faults, caller: caller, scenario: scenario)
        )
        return await withCheckedContinuation { continuation in
            Array(body.utf8).withUnsafeBytes { bytes in
                dispatcher.run(operation, body: bytes, in: context) { continuation.resume(returning: $0) }
            }
        }
    }

    /// The ids of all cats, in order, whatever rules there are.
    func catIDs() async throws -> [String] {
        faults.clear()
        let page = try JSONTree(
            parsing: Array(try await call(.scan, #"{"TableName":"Cats","ConsistentRead":true}"#).utf8)
        )
        let ids = try (page["Items"]?.elements ?? []).map { try $0.item()["id"] }
        return ids.compactMap { if case .string(let id)? = $0 { id } else { nil } }.sorted()
    }

    /// All that the tables and their descriptions show.
    func state() async throws -> String {
        faults.clear()
        var answers = [try await call(.listTables, "{}")]
        for name in ["Cats", "Visits", "Dogs"] where answers[0].contains("\"\(name)\"") {
            for operation in [OperationName.describeTable, .scan] {
                answers.append(try await call(operation, "{\"TableName\":\"\(name)\"}"))
            }
        }
        return answers.joined(separator: "\n")
    }
}

extension Dispatcher.Answer {
    /// The body; nil for an error.
    var body: String? { (try? result.get()).map { String(decoding: $0, as: UTF8.self) } }

    var error: ServiceError? {
        guard case .failure(let error) = result else { return nil }
        return error as? ServiceError
    }
}

// A service with small throughput, and a look at what its buckets hold.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

/// A service whose clock a test moves, and whose unused throughput is kept for one second.
struct ThroughputService {
    static let catsARN = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"

    let clock = ManualClock()
    let service: TestService

    /// - Parameters:
    ///   - table: the request that creates `Cats`.
    ///   - alter: changes the rules by which throughput is admitted.
    init(
        _ table: NewTable,
        transitionDelay: Duration = .zero,
        altering alter: (inout ThroughputRules) -> Void = { _ in }
    ) async throws {
        var rules = ThroughputRules()
        (rules.burstSeconds, rules.initialBurstSeconds) = (1, 1)
        alter(&rules)
        service = try TestService(transitionDelay: transitionDelay, throughput: rules, clock: clock)
        try await service.call(.createTable, table.json)
        clock.advance(by: transitionDelay)
    }

    @discardableResult
    func call(_ operation: OperationName, _ body: String) async throws -> String {
        try await service.call(operation, body)
    }

    /// The error that a request is refused with; nil where it is not.
    func refusal(_ operation: OperationName, _ body: String) async throws -> ServiceError? {
        do {
            try await service.call(operation, body)
            return nil
        } catch let error as ServiceError {
            return error
        }
    }

    func table(_ name: String = "Cats") throws -> Table {
        try service.database.catalog.activeTable(named: try #require(TableName(name)), in: "eu-north-1")
    }

    /// The figures of the table or of an index, for reads or for writes.
    func lane(
        _ direction: ThrottlingReason.Direction,
        of index: String? = nil,
        table name: String = "Cats"
    ) throws -> ThroughputReport.Lane {
        let report = try table(name).throughput.report(at: clock.now)
        return try #require(report.members.first { $0.indexName == index }).lanes[direction]
    }

    /// Counts items and bytes of the table and each of its indexes.
    func statistics() throws -> TableStatistics {
        try service.database.statistics(of: try table())
    }
}

extension JSONTree {
    /// The units of an answer: all together, and of the parts of which it tells them.
    var consumedUnits: Double {
        if case .number(let units)? = self["ConsumedCapacity"]?["CapacityUnits"] { units } else { -1 }
    }
}

// The faults that one request may meet.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire

/// Where the faults of a request come from, and what rules look at besides the request itself.
package struct RequestFaults: Sendable {
    private let engine: FaultEngine
    /// The id of the access key that the request is signed with.
    private let caller: String?
    /// The scenario that the request asks for itself.
    private let scenario: String?

    package init(engine: FaultEngine, caller: String?, scenario: String? = nil) {
        self.engine = engine
        self.caller = caller
        self.scenario = scenario
    }

    /// The faults of a request; nil for none.
    ///
    /// - Throws: a validation error for a scenario that is not known.
    func decision(
        on request: some WireRequest,
        of operation: OperationName,
        in context: RequestContext
    ) throws(ServiceError) -> FaultDecision? {
        guard scenario != nil || !engine.isEmpty else { return nil }
        let subject = FaultSubject(
            operation: operation.rawValue,
            caller: caller,
            entries: context.faultEntries(of: request)
        )
        let now = context.database.clock.now
        let decision =
            if let scenario {
                try engine.decide(subject, at: now, scenario: scenario)
            } else {
                engine.decide(subject, at: now)
            }
        return decision == .none ? nil : decision
    }
}

extension RequestContext {
    func faultEntries(of request: some WireRequest) -> [FaultSubject.Entry] {
        (request as? any FaultTarget)?.faultEntries { tableName($0)?.text ?? $0 ?? "" } ?? []
    }

    /// Why a fault rule keeps an entry of a request from being done: the error that stands for lack of throughput.
    func refusal(of entry: FaultSubject.Entry?, _ reason: ThrottlingReason) -> ServiceError {
        let definition = TableName(entry?.table ?? "")
            .flatMap { database.catalog.table(named: $0, in: region)?.table.definition }
        let arn = arn(ofTable: entry?.table ?? "")
        let index = reason.isOfIndex ? entry?.index ?? definition?.indexes.first { $0.kind == .global }?.name : nil
        return .throttled(
            reason,
            of: index.map { "\(arn)/index/\($0)" } ?? arn,
            isOnDemand: definition.map { $0.throughput.provisioned == nil } ?? false
        )
    }
}

// The scenarios that apus brings along.

import ApusModel

extension FaultScenario {
    package static let builtIn = [
        hotPartition, throttledImport, flappingNetwork, lostAnswer, brownOut, staleReads, contention,
    ]

    private static let reads: Set = ["BatchGetItem", "GetItem", "Query", "Scan", "TransactGetItems"]
    private static let writes: Set = ["BatchWriteItem", "DeleteItem", "PutItem", "TransactWriteItems", "UpdateItem"]

    // These read or write, so rules that tell the one from the other leave them alone.
    private static let statements: Set = ["BatchExecuteStatement", "ExecuteStatement"]

    private static let hotPartition = known(
        "hot-partition",
        "About half of all reads and writes are throttled, as when one partition gets most of the traffic.",
        [
            "reads": Part(.throttle(.tableReadKeyRangeThroughputExceeded), on: reads, probability: 0.5),
            "writes": Part(.throttle(.tableWriteKeyRangeThroughputExceeded), on: writes, probability: 0.5),
        ]
    )

    private static let throttledImport = known(
        "throttled-import",
        "Batches of writes come back with entries unprocessed, now and then with all of them.",
        [
            "entries": Part(.throttle(.tableWriteProvisionedThroughputExceeded), on: batches, probability: 0.1),
            "last": Part(.unprocessed(5), on: batches, probability: 0.3),
            "all": Part(.unprocessed(Limits.batchWriteEntries), on: batches, probability: 0.05),
        ]
    )

    private static let batches: Set = ["BatchWriteItem"]

    private static let flappingNetwork = known(
        "flapping-network",
        "Connections break before a request takes effect, after it, and in the middle of an answer.",
        [
            "before": Part(.drop(.before), probability: 0.05),
            "after": Part(.drop(.after), probability: 0.05),
            "half": Part(.halfReply, probability: 0.05),
        ]
    )

    private static let lostAnswer = known(
        "lost-answer",
        "Every third write takes effect, but its answer never arrives.",
        ["writes": Part(.drop(.after), on: writes, every: 3)]
    )

    private static let brownOut = known(
        "brown-out",
        "Answers take long, some very long; a fifth are internal errors, and a tenth are throttled.",
        [
            "delay": Part(.delay(.longTail(median: .milliseconds(50), percentile99: .seconds(2)))),
            "errors": Part(.error(.before), probability: 0.2),
            "reads": Part(.throttle(.tableReadProvisionedThroughputExceeded), on: reads, probability: 0.1),
            "writes": Part(.throttle(.tableWriteProvisionedThroughputExceeded), on: writes, probability: 0.1),
        ]
    )

    private static let staleReads = known(
        "stale-reads",
        "Reads that need not be consistent see the state of two seconds ago.",
        ["reads": Part(.stale(.seconds(2)), on: reads.union(statements))]
    )

    private static let contention = known(
        "contention",
        "A tenth of the writes and of the entries of transactions meet an unfinished transaction; some transactions hold "
            + "their items.",
        [
            "conflicts": Part(.conflict, probability: 0.1),
            "holds": Part(.hold(.milliseconds(20)), probability: 0.2),
        ]
    )

    /// Makes a scenario that is known to be right; a rule's name is the scenario's and its own.
    private static func known(
        _ name: String,
        _ summary: String,
        _ parts: KeyValuePairs<String, Part>
    ) -> FaultScenario {
        do {
            var rules: [FaultRule] = []
            for (partName, part) in parts { rules.append(try part.rule(named: "\(name).\(partName)")) }
            return try FaultScenario(name: name, summary: summary, rules: rules)
        } catch {
            preconditionFailure("a built-in scenario breaks a rule: \(error)")
        }
    }
}

/// What the rules of built-in scenarios differ in.
private struct Part {
    let operations: Set<String>
    let trigger: FaultTrigger
    let effect: FaultEffect

    init(_ effect: FaultEffect, on operations: Set<String> = [], every: Int? = nil, probability: Double? = nil) {
        self.operations = operations
        trigger = FaultTrigger(every: every, probability: probability)
        self.effect = effect
    }

    func rule(named name: String) throws(ServiceError) -> FaultRule {
        try FaultRule(name: name, match: FaultMatch(operations: operations), trigger: trigger, effect: effect)
    }
}

// Rules and requests for the tests of faults.

import ApusModel

@testable import ApusThroughput

extension Timestamp {
    /// The time at which the rules of tests are added.
    static let start = Timestamp(milliseconds: 1_767_225_600_000)

    static func + (time: Timestamp, duration: Duration) -> Timestamp { time.advanced(by: duration) }
}

extension FaultEngine {
    /// An engine with one rule, which halves every reply where nothing else is said.
    convenience init(
        match: FaultMatch = FaultMatch(),
        trigger: FaultTrigger = FaultTrigger(),
        effect: FaultEffect = .halfReply
    ) throws {
        self.init(seed: 1)
        try add([FaultRule(name: "only", match: match, trigger: trigger, effect: effect)], at: .start)
    }

    /// The numbers, from 1, of those of so many requests at which something happens.
    func strikes(among count: Int, at now: Timestamp = .start, _ subject: FaultSubject = .put) -> [Int] {
        (1...count).filter { _ in decide(subject, at: now) != .none }
    }
}

extension FaultRule {
    static func named(_ name: String, _ effect: FaultEffect = .halfReply) throws -> FaultRule {
        try FaultRule(name: name, effect: effect)
    }
}

extension FaultSubject {
    static let put = FaultSubject(
        operation: "PutItem",
        caller: "AKIAADA",
        entries: [Entry(table: "Cats", key: ["id": "tom", "owner": "ada", "age": 3])]
    )

    static let listTables = FaultSubject(operation: "ListTables")

    static let indexQuery = FaultSubject(operation: "Query", entries: [Entry(table: "Cats", index: "byOwner")])

    /// A batch of writes to items of `Cats` with these keys.
    static func batch(_ ids: [String]) -> FaultSubject {
        FaultSubject(
            operation: "BatchWriteItem",
            entries: ids.map { Entry(table: "Cats", key: ["id": .string($0)]) }
        )
    }
}

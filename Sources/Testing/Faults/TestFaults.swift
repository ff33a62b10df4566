// The faults of a test's server, added, counted and removed.

import Apus
import ApusModel
import ApusServer
import ApusWire
import Foundation
import Synchronization

/// Tells a server which faults to make, and asks it which it has made.
///
/// Each rule draws from a source of chance of its own, which follows from the server's seed and the rule's name: the same
/// requests in the same order meet the same faults in each run.
public final class TestFaults: Sendable {
    private let calls: AdminCalls
    private let namesGiven = Mutex(0)

    init(_ calls: AdminCalls) {
        self.calls = calls
    }

    /// Adds a rule, and answers its name. It takes the place of one of the same name, and its counts begin anew.
    ///
    /// - Throws: `TestServerError` where the rule cannot be, in a sentence that says why, or the server does not answer.
    @discardableResult
    public func add(_ rule: FaultRule) async throws(TestServerError) -> String {
        let named = try engineRule(rule)
        var writer = JSONWriter()
        named.write(to: &writer)
        _ = try await calls.call(.post, "faults", body: writer.bytes)
        return named.name
    }

    /// Switches a scenario on: its rules are added to those that are there.
    ///
    /// - Throws: `TestServerError` where the server knows none of this name, or does not answer.
    public func start(_ scenario: FaultScenario) async throws(TestServerError) {
        _ = try await calls.call(.put, "scenarios/\(Self.segment(scenario.rawValue))")
    }

    /// Removes the rules of a scenario.
    ///
    /// - Throws: `TestServerError` where the server knows none of this name, or does not answer.
    public func stop(_ scenario: FaultScenario) async throws(TestServerError) {
        _ = try await calls.call(.delete, "scenarios/\(Self.segment(scenario.rawValue))")
    }

    /// Removes a rule.
    ///
    /// - Throws: `TestServerError` where there is none of this name, or the server does not answer.
    public func remove(_ name: String) async throws(TestServerError) {
        _ = try await calls.call(.delete, "faults/\(Self.segment(name))")
    }

    /// Removes all rules: from now on nothing goes wrong on purpose.
    ///
    /// - Throws: `TestServerError` where the server does not answer.
    public func clear() async throws(TestServerError) {
        _ = try await calls.call(.delete, "faults")
    }

    /// What has become of each rule that is there, in the order in which they were added.
    ///
    /// - Throws: `TestServerError` where the server does not answer.
    public var counts: [FaultCount] {
        get async throws(TestServerError) {
            try AdminCalls.read(try await calls.call(.get, "faults")) { reader throws(ServiceError) in
                var counts: [FaultCount] = []
                try reader.members(of: "") { name, reader throws(ServiceError) in
                    guard "rules" ~= name else { return try reader.skipValue() }
                    _ = try reader.elements { reader throws(ServiceError) in
                        counts.append(try FaultCount(report: &reader))
                    }
                }
                return counts
            }
        }
    }

    /// Puts these rules in the place of all others, with a seed for them and all that are added later.
    func begin(seed: UInt64, rules: [FaultRule]) async throws(TestServerError) {
        namesGiven.withLock { $0 = 0 }
        var named: [[UInt8]] = []
        for rule in rules {
            var writer = JSONWriter()
            try engineRule(rule).write(to: &writer)
            named.append(writer.bytes)
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("seed")
            writer.value(Array("\(seed)".utf8))
            writer.name("rules")
            writer.array { writer in named.forEach { writer.value($0) } }
        }
        _ = try await calls.call(.put, "faults", body: writer.bytes)
    }

    private func engineRule(_ rule: FaultRule) throws(TestServerError) -> EngineRule {
        let fallback =
            rule.name
            ?? namesGiven.withLock { count in
                count += 1
                return "fault-\(count)"
            }
        return try rule.engineRule(named: fallback)
    }

    /// A name as a part of a path.
    private static func segment(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;")))
            ?? ""
    }
}

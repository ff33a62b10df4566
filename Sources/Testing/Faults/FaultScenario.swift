// The kinds of bad day that a server can imitate by name.

/// Fault rules that the server brings along, by the name of what they imitate.
///
/// The names are those of `apus faults list`; a scenario of a newer server can be named by its text.
public struct FaultScenario: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name as the server has it.
    public let rawValue: String

    /// A scenario by its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A scenario by its name.
    public init(stringLiteral name: String) {
        self.init(rawValue: name)
    }

    /// Half of all reads and writes, by chance, are throttled for their key range.
    public static let hotPartition: FaultScenario = "hot-partition"
    /// Batches of writes come back with entries unprocessed, now and then with all of them.
    public static let throttledImport: FaultScenario = "throttled-import"
    /// Connections break before a request takes effect, after it, and in the middle of an answer.
    public static let flappingNetwork: FaultScenario = "flapping-network"
    /// Every third write takes effect, but its answer never arrives.
    public static let lostAnswer: FaultScenario = "lost-answer"
    /// Answers take long, some very long; a fifth are internal errors, and a tenth are throttled.
    public static let brownOut: FaultScenario = "brown-out"
    /// Reads that need not be consistent see the state of two seconds ago.
    public static let staleReads: FaultScenario = "stale-reads"

    /// Those that every server has.
    static let all = [hotPartition, throttledImport, flappingNetwork, lostAnswer, brownOut, staleReads]
}

// What a test may choose of its server.

import ApusDatabase
import ApusModel
import ApusServer
import ApusThroughput

/// How a server for a test behaves. What is left out is as `apus serve` has it, but for a seed that is always the same.
///
/// ```swift
/// var options = TestServerOptions(clock: .manual)
/// options.burstSeconds = 1
/// ```
public struct TestServerOptions: Equatable, Sendable {
    /// What tells the server the time.
    public struct Clock: Equatable, Sendable {
        /// Nil for the machine's clock.
        let start: Timestamp?

        /// The clock of the machine.
        public static let system = Clock(start: nil)
        /// A clock that stands at the beginning of 2026 until the test moves it.
        public static let manual = Clock.manual(startingAt: Timestamp(milliseconds: 1_767_225_600_000))

        /// A clock that stands at this time until the test moves it. The time lies in the years 1970 to 9999.
        public static func manual(startingAt start: Timestamp) -> Clock {
            precondition(Timestamp.writable.contains(start), "a clock shows a time of the years 1970 to 9999")
            return Clock(start: start)
        }
    }

    /// Whether requests beyond the throughput of a table are throttled.
    public enum Throughput: String, Sendable {
        /// They are, as the service does it.
        case enforced
        /// They are not, unless a table is tagged otherwise.
        case unlimited
    }

    /// What tells the server the time.
    public var clock: Clock
    /// Whether requests beyond the throughput of a table are throttled.
    public var throughput: Throughput
    /// The faults that the server makes from the beginning.
    public var faults: [FaultRule]
    /// From which the chance of fault rules follows: the same seed and the same requests meet the same faults.
    public var seed: UInt64
    /// For how many seconds unused provisioned throughput is kept, and how much of it a new table has: 300 by the
    /// service's rule, from 1 to 86,400 here. With 1, a table throttles as soon as one second's worth is used.
    public var burstSeconds = 300
    /// How old the state is that eventually consistent reads and reads of global indexes see: up to an hour, by the
    /// server's clock, to the millisecond.
    public var staleness = Duration.zero
    /// How long transactions hold their items before they take effect, by the server's clock, to the millisecond; others
    /// meet a conflict meanwhile.
    public var transactionWindow = Duration.zero
    /// How long tables and indexes are CREATING, UPDATING or DELETING at least, by the server's clock, to the
    /// millisecond.
    public var transitionDelay = Duration.zero
    /// The region of callers who name none.
    public var region = "us-east-1"

    /// Options of these values; the others are set afterwards.
    public init(
        clock: Clock = .system,
        throughput: Throughput = .enforced,
        faults: [FaultRule] = [],
        seed: UInt64 = 0
    ) {
        self.clock = clock
        self.throughput = throughput
        self.faults = faults
        self.seed = seed
    }
}

// MARK: For a server in this process

extension TestServerOptions {
    func makeClock() -> any WallClock {
        guard let start = clock.start else { return SystemClock() }
        return ManualClock(start)
    }

    var databaseSettings: DatabaseSettings {
        DatabaseSettings(
            transitionDelay: transitionDelay,
            throughput: throughputRules,
            staleness: staleness,
            // As `apus serve` has it: a manual clock waits until what became due is gone.
            expiryPace: clock == .system ? DatabaseSettings.machineExpiryPace : nil,
            transactionWindow: transactionWindow
        )
    }

    private var throughputRules: ThroughputRules {
        precondition(Self.burstSecondsRange.contains(burstSeconds), "burstSeconds is from 1 to 86400")
        var rules = ThroughputRules()
        rules.isEnforced = throughput == .enforced
        rules.burstSeconds = burstSeconds
        rules.initialBurstSeconds = burstSeconds
        // As `apus serve` has it: a manual clock lets a test work its figures out second by second.
        rules.shortBurstSeconds = clock == .system ? 20 : 1
        return rules
    }

    private static let burstSecondsRange = 1...86_400
}

// MARK: For a server in a process of its own

extension TestServerOptions {
    /// The words after `apus` that ask for the same server. Its clock goes on from `now` where it has moved already.
    func arguments(data: String, port: Int, now: Timestamp? = nil) -> [String] {
        let time = clock.start.map { "manual:\(max($0, now ?? $0).iso8601)" }
        return [
            "serve", "--data", data, "--host", "127.0.0.1", "--port", "\(port)", "--region", region,
            "--clock", time ?? "machine", "--throughput", throughput.rawValue, "--burst", "\(burstSeconds)s",
            "--staleness", staleness.text, "--transaction-window", transactionWindow.text, "--transition-delay",
            transitionDelay.text, "--log-level", "warning",
        ]
    }
}

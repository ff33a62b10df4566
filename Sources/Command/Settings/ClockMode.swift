// Which clock the server goes by.

import ApusModel
import ApusServer

/// The clock of a server.
enum ClockMode: Equatable, Sendable {
    case machine
    /// One that only moves when it is told to; it begins at a time, or at that of the machine.
    case manual(from: Timestamp?)

    static let forms =
        "a clock is machine, manual, or manual:TIME with a time from 1970 on, such as manual:2026-01-01T00:00:00Z"

    /// Nil where the text has none of the forms.
    init?(_ text: String) {
        switch text {
        case "machine": self = .machine
        case "manual": self = .manual(from: nil)
        default:
            let time = text.hasPrefix("manual:") ? Timestamp(iso8601: String(text.dropFirst(7))) : nil
            guard let time, Timestamp.writable.contains(time) else { return nil }
            self = .manual(from: time)
        }
    }

    func makeClock() -> any WallClock {
        switch self {
        case .machine: SystemClock()
        case .manual(let time): ManualClock(time ?? SystemClock().now)
        }
    }
}

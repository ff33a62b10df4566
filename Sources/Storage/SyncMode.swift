// When a write is on the disk for good.

/// What an answered write has survived.
package enum SyncMode: Equatable, Sendable, CustomStringConvertible {
    /// Synced to the disk before it is answered: survives a loss of power.
    case commit
    /// Synced at most this long after it is answered: survives the process, not the machine.
    case interval(milliseconds: Int)
    /// Synced when the operating system pleases.
    case off

    /// Parses `commit`, `interval:100` or `off`.
    package init?(_ text: String) {
        switch text {
        case "commit": self = .commit
        case "off": self = .off
        default:
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "interval", let milliseconds = Int(parts[1]) else { return nil }
            guard (1...60_000).contains(milliseconds) else { return nil }
            self = .interval(milliseconds: milliseconds)
        }
    }

    package var description: String {
        switch self {
        case .commit: "commit"
        case .interval(let milliseconds): "interval:\(milliseconds)"
        case .off: "off"
        }
    }
}

// What the clock of a server shows.

import ApusModel
import ApusWire

/// A time, and whether it passes by itself.
struct ClockReading: Equatable, Sendable {
    /// The time as ISO 8601 writes it.
    let now: String
    /// Whether the clock stands still until it is set.
    let isManual: Bool
}

extension ClockReading: AdminReading {
    init(_ answer: AdminAnswer) throws(AdminError) {
        self = try answer.read { reader throws(ServiceError) in
            var (now, mode) = (String?.none, String?.none)
            try reader.members(of: "") { name, reader throws(ServiceError) in
                switch name {
                case "now": now = try reader.optionalString()
                case "mode": mode = try reader.optionalString()
                default: try reader.skipValue()
                }
            }
            guard let now, let mode else { throw .serialization("the clock has no time or no mode") }
            return ClockReading(now: now, isManual: mode == "manual")
        }
    }

    var text: String { now }
}

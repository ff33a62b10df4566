// The server's clock, read and moved.

import ApusDatabase
import ApusModel
import ApusWire

extension AdminInterface {
    func writeClock(_ writer: inout JSONWriter) {
        let now = database.clock.now
        writer.member("now", now.iso8601)
        writer.member("milliseconds", Int(now.milliseconds))
        writer.member("mode", database.clock is ManualClock ? "manual" : "machine")
    }

    /// Moves the clock: `{"advance": "90s"}` or `{"set": "2026-01-01T00:00:00Z"}`. The reply waits until the items are
    /// gone that expire by that: see `whenDone`.
    func moveClock(_ body: UnsafeRawBufferPointer) throws -> HTTPReply {
        let move = try ClockMove(body)
        guard let clock = database.clock as? ManualClock else {
            throw AdminRefusal(
                .badRequest,
                "The clock is that of the machine and cannot be moved; start the server with --clock manual"
            )
        }
        let time =
            switch move {
            case .advance(let duration): clock.now.advanced(by: duration)
            case .set(let time): time
            }
        guard time >= clock.now else {
            throw AdminRefusal(.badRequest, "The clock shows \(clock.now.iso8601) and does not go back")
        }
        guard Timestamp.writable.contains(time) else {
            throw AdminRefusal(.badRequest, "The clock goes no further than to the end of the year 9999")
        }
        clock.advance(to: time)
        return Self.json(writeClock)
    }
}

/// How the clock is to be moved.
private enum ClockMove {
    case advance(Duration)
    case set(Timestamp)

    init(_ body: UnsafeRawBufferPointer) throws {
        var reader = JSONReader(body)
        var moves: [ClockMove?] = []
        try reader.members(of: "ClockMove") { name, reader throws(ServiceError) in
            let text = try reader.optionalString() ?? ""
            switch name {
            case "advance": moves.append(Duration(text: text).map { .advance($0) })
            case "set": moves.append(Timestamp(iso8601: text).map { .set($0) })
            default: return
            }
        }
        try reader.requireEnd()
        guard moves.count == 1, let move = moves[0] else {
            throw AdminRefusal(
                .badRequest,
                "The body must be either {\"advance\": \"90s\"} (\(Duration.textForms)) "
                    + "or {\"set\": \"2026-01-01T00:00:00Z\"}"
            )
        }
        self = move
    }
}

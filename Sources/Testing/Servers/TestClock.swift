// The clock of a test's server, read and moved.

import Apus
import ApusModel
import ApusServer
import ApusWire
import Synchronization

/// Reads a server's clock, and moves it where it is a manual one.
///
/// Throughput that comes back, transitions of tables, the age of stale reads and the expiry of items follow the clock;
/// delays of fault rules and time-outs of connections follow that of the machine.
public final class TestClock: Sendable {
    private let calls: AdminCalls
    private let seen = Mutex<Timestamp?>(nil)

    init(_ calls: AdminCalls) {
        self.calls = calls
    }

    /// The latest time that the clock has shown to this test; nil before it was asked or moved.
    var latest: Timestamp? { seen.withLock(\.self) }

    /// What the clock shows.
    ///
    /// - Throws: `TestServerError` where the server does not answer.
    public var now: Timestamp {
        get async throws(TestServerError) { try note(try await calls.call(.get, "clock")) }
    }

    /// Moves the clock on, to the millisecond and by at most 366 days, and does what was waiting for that: items that
    /// have expired are gone afterwards. Answers what it shows then.
    ///
    /// - Throws: `TestServerError` where the clock is the machine's, the duration is negative or too long, or the server
    ///   does not answer.
    @discardableResult
    public func advance(by duration: Duration) async throws(TestServerError) -> Timestamp {
        try await move { $0.member("advance", duration.text) }
    }

    /// Moves the clock on to a time. Answers what it shows then.
    ///
    /// - Throws: `TestServerError` where the clock is the machine's or has passed this time already, or the server does
    ///   not answer.
    @discardableResult
    public func advance(to time: Timestamp) async throws(TestServerError) -> Timestamp {
        guard Timestamp.writable.contains(time) else {
            throw TestServerError("The clock shows times of the years 1970 to 9999 only")
        }
        return try await move { $0.member("set", time.iso8601) }
    }

    private func move(_ member: (inout JSONWriter) -> Void) async throws(TestServerError) -> Timestamp {
        var writer = JSONWriter()
        writer.object(member)
        return try note(try await calls.call(.post, "clock", body: writer.bytes))
    }

    private func note(_ json: [UInt8]) throws(TestServerError) -> Timestamp {
        let time = try AdminCalls.read(json) { reader throws(ServiceError) in
            var milliseconds: Int?
            try reader.members(of: "") { name, reader throws(ServiceError) in
                if "milliseconds" ~= name {
                    milliseconds = try reader.optionalInteger()
                } else {
                    try reader.skipValue()
                }
            }
            guard let milliseconds else { throw .serialization("the clock shows no time") }
            return Timestamp(milliseconds: Int64(milliseconds))
        }
        seen.withLock { $0 = max($0 ?? time, time) }
        return time
    }
}

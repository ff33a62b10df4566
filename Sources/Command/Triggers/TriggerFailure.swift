// Records that could not be delivered, as a line of the file of failures.

import ApusModel
import ApusServer
import ApusWire

/// Records that a function did not take, with why, and with the event itself, so that nothing is lost.
struct TriggerFailure: Sendable {
    let time: Timestamp
    let target: TriggerTarget
    let shardID: String
    /// The whole batch.
    let event: TriggerEvent
    /// Which records of it were not delivered, at least one.
    let range: Range<Int>
    let attempts: Int
    let reason: String

    /// The line, with its end.
    var line: [UInt8] {
        let event = event.json(of: range)
        var writer = JSONWriter(reservingBytes: event.count + 512)
        writer.object { writer in
            writer.member("time", time.iso8601)
            writer.member("table", target.table)
            writer.member("url", target.url)
            writer.member("shardId", shardID)
            writer.member("firstSequenceNumber", self.event.sequenceNumbers[range.lowerBound])
            writer.member("lastSequenceNumber", self.event.sequenceNumbers[range.upperBound - 1])
            writer.member("attempts", attempts)
            writer.member("error", reason)
            writer.name("event")
            writer.value(event)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

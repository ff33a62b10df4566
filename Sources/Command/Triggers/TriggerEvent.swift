// A batch of changes in the form in which functions receive them.

import Apus
import ApusModel
import ApusWire
import Foundation

/// The records of a batch as JSON, any part of which makes an event.
struct TriggerEvent: Equatable, Sendable {
    let sequenceNumbers: [String]
    private let records: [[UInt8]]

    init(_ changes: [StreamChange]) {
        sequenceNumbers = changes.map(\.sequenceNumber)
        records = changes.map { change in
            var writer = JSONWriter(reservingBytes: 1_024)
            writer.functionRecord(change)
            return writer.bytes
        }
    }

    /// The event of some of the records.
    func json(of range: Range<Int>) -> [UInt8] {
        var writer = JSONWriter(reservingBytes: records[range].reduce(64) { $0 + $1.count + 1 })
        writer.object { writer in
            writer.name("Records")
            writer.array { writer in
                for record in records[range] { writer.value(record) }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    /// Writes a change as Lambda has it: as the API does, but with the names of `userIdentity` in lower case, and with
    /// the stream that it comes from.
    fileprivate mutating func functionRecord(_ change: StreamChange) {
        let record = change.record
        beginObject()
        member("eventID", optional: record.eventID)
        member("eventName", optional: record.eventName?.rawValue)
        member("eventVersion", optional: record.eventVersion)
        member("eventSource", optional: record.eventSource)
        member("awsRegion", optional: record.awsRegion)
        if let content = record.dynamodb {
            name("dynamodb")
            functionContent(content)
        }
        if let identity = record.userIdentity {
            name("userIdentity")
            beginObject()
            member("type", optional: identity.type)
            member("principalId", optional: identity.principalID)
            endObject()
        }
        member("eventSourceARN", change.streamArn)
        endObject()
    }

    private mutating func functionContent(_ content: StreamRecord) {
        beginObject()
        if let time = content.approximateCreationDateTime {
            member("ApproximateCreationDateTime", Int(Timestamp(time).milliseconds / 1_000))
        }
        member("Keys", optional: content.keys)
        member("NewImage", optional: content.newImage)
        member("OldImage", optional: content.oldImage)
        member("SequenceNumber", optional: content.sequenceNumber)
        if let size = content.sizeBytes { member("SizeBytes", size) }
        member("StreamViewType", optional: content.streamViewType?.rawValue)
        endObject()
    }

    private mutating func member(_ name: StaticString, optional text: String?) {
        if let text { member(name, text) }
    }

    private mutating func member(_ name: StaticString, optional item: Item?) {
        guard let item else { return }
        self.name(name)
        attributes(item)
    }
}

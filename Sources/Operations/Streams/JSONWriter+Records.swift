// Changes of the log as the records of a stream.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusWire

extension JSONWriter {
    /// Writes a change as a record of its stream.
    mutating func record(_ change: ChangeRecord, of stream: Stream, shard: Shard) throws(StorageError) {
        beginObject()
        member("eventID", change.eventID(in: stream, shard))
        member("eventName", change.kind.eventName)
        member("eventVersion", "1.1")
        member("eventSource", "aws:dynamodb")
        member("awsRegion", stream.region)
        name("dynamodb")
        beginObject()
        // The service rounds it to the second.
        member("ApproximateCreationDateTime", Int(change.number.time.milliseconds / 1_000))
        name("Keys")
        try item(change.key, projection: nil)
        if let image = change.new {
            name("NewImage")
            try item(image, projection: nil)
        }
        if let image = change.old {
            name("OldImage")
            try item(image, projection: nil)
        }
        member("SequenceNumber", change.number.text)
        member("SizeBytes", change.size)
        member("StreamViewType", stream.viewType.rawValue)
        endObject()
        if change.isExpiry { expiryIdentity() }
        endObject()
    }

    /// Who removes items that have expired.
    private mutating func expiryIdentity() {
        name("userIdentity")
        beginObject()
        member("PrincipalId", "dynamodb.amazonaws.com")
        member("Type", "Service")
        endObject()
    }
}

extension ChangeRecord {
    /// 32 hexadecimal digits that no other record of the store has.
    fileprivate func eventID(in stream: Stream, _ shard: Shard) -> String {
        Self.hexadecimal(stream.id) + Self.hexadecimal(shard.id.number) + Self.hexadecimal(number.value)
    }

    private static func hexadecimal(_ value: some FixedWidthInteger) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: value.bitWidth / 4 - digits.count) + digits
    }
}

extension ChangeKind {
    fileprivate var eventName: String {
        switch self {
        case .insert: "INSERT"
        case .modify: "MODIFY"
        case .remove: "REMOVE"
        }
    }
}

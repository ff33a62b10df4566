// What has become of an item, as the stream of its table tells it.

import ApusModel
import Foundation

/// One change of one item.
///
/// The images are there as far as the stream's view type has them. ``ItemDecoder`` makes values of one's own of them.
public struct StreamChange: Equatable, Sendable {
    /// What has happened to the item.
    public enum Kind: Sendable {
        /// It was not there before.
        case inserted
        /// It was there, and is another now.
        case modified
        /// It is gone: deleted, or expired.
        case removed
    }

    /// What has happened.
    public let kind: Kind
    /// The key of the item.
    public let keys: Item
    /// The place of the change in its shard: 21 to 40 digits, which grow from change to change.
    public let sequenceNumber: String
    /// The shard that holds the change.
    public let shardID: String
    /// The stream that holds the change.
    public let streamArn: String
    /// The change as the API has it.
    public let record: Record

    /// A change out of a record of a stream; nil where the record lacks its kind, its keys or its sequence number.
    public init?(_ record: Record, shardID: String, streamArn: String) {
        guard let kind = record.eventName.flatMap(Kind.init), let keys = record.dynamodb?.keys,
            let sequenceNumber = record.dynamodb?.sequenceNumber
        else { return nil }
        self.kind = kind
        self.keys = keys
        self.sequenceNumber = sequenceNumber
        self.shardID = shardID
        self.streamArn = streamArn
        self.record = record
    }

    /// The item as it was before; nil if it was not there, or if the stream leaves it out.
    public var oldImage: Item? { record.dynamodb?.oldImage }

    /// The item as it is since; nil if it is gone, or if the stream leaves it out.
    public var newImage: Item? { record.dynamodb?.newImage }

    /// When the change was made, to the second.
    public var time: Date? { record.dynamodb?.approximateCreationDateTime }

    /// Whether the service itself removed the item, because its time had come.
    public var isExpiry: Bool {
        kind == .removed && record.userIdentity?.type == "Service"
            && record.userIdentity?.principalID == "dynamodb.amazonaws.com"
    }
}

extension StreamChange.Kind {
    /// The kind that the API has under a name; nil for a name that is new to the library.
    fileprivate init?(_ operation: OperationType) {
        switch operation {
        case .insert: self = .inserted
        case .modify: self = .modified
        case .remove: self = .removed
        default: return nil
        }
    }
}

/// Changes of one shard that follow one another.
public struct ChangeBatch: Equatable, Sendable {
    /// The shard that holds them.
    public let shardID: String
    /// The changes in their order, at least one.
    public let changes: [StreamChange]

    init(_ changes: [StreamChange]) {
        shardID = changes[0].shardID
        self.changes = changes
    }
}

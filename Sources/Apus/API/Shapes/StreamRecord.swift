// The shape StreamRecord of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// What happened to an item: its key, and as much of it before and after as the view type says.
public struct StreamRecord: Equatable, Sendable {
    /// When the change was made, to the second.
    public var approximateCreationDateTime: Date?
    /// The key of the item.
    public var keys: Item?
    /// The item after the change. Absent if it was deleted, or if the view type leaves it out.
    public var newImage: Item?
    /// The item before the change. Absent if it was new, or if the view type leaves it out.
    public var oldImage: Item?
    /// The place in the shard, 21 to 40 digits, which grows from record to record.
    public var sequenceNumber: String?
    /// The size of the key and the images together, in bytes.
    public var sizeBytes: Int?
    /// What the record holds besides the key.
    public var streamViewType: StreamViewType?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        approximateCreationDateTime: Date? = nil,
        keys: Item? = nil,
        newImage: Item? = nil,
        oldImage: Item? = nil,
        sequenceNumber: String? = nil,
        sizeBytes: Int? = nil,
        streamViewType: StreamViewType? = nil
    ) {
        self.approximateCreationDateTime = approximateCreationDateTime
        self.keys = keys
        self.newImage = newImage
        self.oldImage = oldImage
        self.sequenceNumber = sequenceNumber
        self.sizeBytes = sizeBytes
        self.streamViewType = streamViewType
    }
}

extension StreamRecord: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "StreamRecord") { name, reader throws(ServiceError) in
            switch name {
            case "ApproximateCreationDateTime": approximateCreationDateTime = try reader.value()
            case "Keys": keys = try reader.value()
            case "NewImage": newImage = try reader.value()
            case "OldImage": oldImage = try reader.value()
            case "SequenceNumber": sequenceNumber = try reader.value()
            case "SizeBytes": sizeBytes = try reader.value()
            case "StreamViewType": streamViewType = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// The shape ArchivalSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// Why, when and into which backup the service put away a table.
public struct ArchivalSummary: Equatable, Sendable {
    /// When the table was put away.
    public var archivalDateTime: Date?
    /// Why the table was put away, as when its KMS key was long out of reach.
    public var archivalReason: String?
    /// The backup that holds the items. Restoring it makes a new table.
    public var archivalBackupArn: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        archivalDateTime: Date? = nil,
        archivalReason: String? = nil,
        archivalBackupArn: String? = nil
    ) {
        self.archivalDateTime = archivalDateTime
        self.archivalReason = archivalReason
        self.archivalBackupArn = archivalBackupArn
    }
}

extension ArchivalSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ArchivalSummary") { name, reader throws(ServiceError) in
            switch name {
            case "ArchivalDateTime": archivalDateTime = try reader.value()
            case "ArchivalReason": archivalReason = try reader.value()
            case "ArchivalBackupArn": archivalBackupArn = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

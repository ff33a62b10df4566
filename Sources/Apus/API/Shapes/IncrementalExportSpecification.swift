// The shape IncrementalExportSpecification of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The stretch of time, 15 minutes to 24 hours, whose changes are exported.
public struct IncrementalExportSpecification: Equatable, Sendable {
    /// Where the stretch of time begins; this moment is in it.
    public var exportFromTime: Date?
    /// Where the stretch of time ends; this moment is not in it.
    public var exportToTime: Date?
    /// What is told of each changed item; `NEW_AND_OLD_IMAGES` when absent.
    public var exportViewType: ExportViewType?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exportFromTime: Date? = nil,
        exportToTime: Date? = nil,
        exportViewType: ExportViewType? = nil
    ) {
        self.exportFromTime = exportFromTime
        self.exportToTime = exportToTime
        self.exportViewType = exportViewType
    }
}

extension IncrementalExportSpecification: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ExportFromTime", of: exportFromTime)
            writer.member("ExportToTime", of: exportToTime)
            writer.member("ExportViewType", of: exportViewType)
        }
    }
}

extension IncrementalExportSpecification: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "IncrementalExportSpecification") { name, reader throws(ServiceError) in
            switch name {
            case "ExportFromTime": exportFromTime = try reader.value()
            case "ExportToTime": exportToTime = try reader.value()
            case "ExportViewType": exportViewType = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// The shape ExportSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One line of a list of exports.
public struct ExportSummary: Equatable, Sendable {
    /// The ARN of the export.
    public var exportArn: String?
    /// How far the export has come.
    public var exportStatus: ExportStatus?
    /// The whole table, or what changed.
    public var exportType: ExportType?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exportArn: String? = nil,
        exportStatus: ExportStatus? = nil,
        exportType: ExportType? = nil
    ) {
        self.exportArn = exportArn
        self.exportStatus = exportStatus
        self.exportType = exportType
    }
}

extension ExportSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ExportSummary") { name, reader throws(ServiceError) in
            switch name {
            case "ExportArn": exportArn = try reader.value()
            case "ExportStatus": exportStatus = try reader.value()
            case "ExportType": exportType = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

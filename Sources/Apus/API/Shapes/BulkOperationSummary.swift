// The shape BulkOperationSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// One line of a list of bulk operations.
public struct BulkOperationSummary: Equatable, Sendable {
    /// The ARN of the bulk operation.
    public var bulkOperationArn: String
    /// How far the bulk operation has come.
    public var bulkOperationStatus: BulkOperationStatus
    /// When it began.
    public var startTime: Date
    /// When it ended. Absent while it runs.
    public var endTime: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationArn: String,
        bulkOperationStatus: BulkOperationStatus,
        startTime: Date,
        endTime: Date? = nil
    ) {
        self.bulkOperationArn = bulkOperationArn
        self.bulkOperationStatus = bulkOperationStatus
        self.startTime = startTime
        self.endTime = endTime
    }
}

extension BulkOperationSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var bulkOperationArn: String?
        var bulkOperationStatus: BulkOperationStatus?
        var startTime: Date?
        var endTime: Date?
        try reader.members(of: "BulkOperationSummary") { name, reader throws(ServiceError) in
            switch name {
            case "BulkOperationArn": bulkOperationArn = try reader.value()
            case "BulkOperationStatus": bulkOperationStatus = try reader.value()
            case "StartTime": startTime = try reader.value()
            case "EndTime": endTime = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            bulkOperationArn: try bulkOperationArn.required("BulkOperationArn"),
            bulkOperationStatus: try bulkOperationStatus.required("BulkOperationStatus"),
            startTime: try startTime.required("StartTime"),
            endTime: endTime
        )
    }
}

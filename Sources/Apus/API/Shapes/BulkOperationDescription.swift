// The shape BulkOperationDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The state of a bulk operation and what it was asked to do.
public struct BulkOperationDescription: Equatable, Sendable {
    /// The ARN of the bulk operation.
    public var bulkOperationArn: String?
    /// How far the bulk operation has come.
    public var bulkOperationStatus: BulkOperationStatus?
    /// The tables the operation works on.
    public var tableDetails: [BulkOperationTableDetail]?
    /// The token the operation was started with.
    public var clientToken: String?
    /// Where the files to read lie, and how they are written.
    public var inputS3Configuration: InputS3Configuration?
    /// Where and how failed items are written.
    public var outputS3Configuration: OutputS3Configuration?
    /// When it began.
    public var startTime: Date?
    /// When it ended. Absent while it runs.
    public var endTime: Date?
    /// How many items were read so far.
    public var processedItemCount: Int?
    /// The bytes of input read so far.
    public var processedInputBytes: Int?
    /// The bytes of all input.
    public var totalInputBytes: Int?
    /// How much was written, table by table.
    public var bulkOperationUsage: [BulkOperationUsage]?
    /// How many items could not be put.
    public var failedItemCount: Int?
    /// The name of the fault that ended it. Absent if none did.
    public var failureCode: String?
    /// The fault that ended it, in words. Absent if none did.
    public var failureMessage: String?
    /// The bound on write units that the operation was started with.
    public var maxWriteRequestUnits: Int?
    /// How fast the operation is to run.
    public var performanceTier: BulkOperationPerformanceTier?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationArn: String? = nil,
        bulkOperationStatus: BulkOperationStatus? = nil,
        tableDetails: [BulkOperationTableDetail]? = nil,
        clientToken: String? = nil,
        inputS3Configuration: InputS3Configuration? = nil,
        outputS3Configuration: OutputS3Configuration? = nil,
        startTime: Date? = nil,
        endTime: Date? = nil,
        processedItemCount: Int? = nil,
        processedInputBytes: Int? = nil,
        totalInputBytes: Int? = nil,
        bulkOperationUsage: [BulkOperationUsage]? = nil,
        failedItemCount: Int? = nil,
        failureCode: String? = nil,
        failureMessage: String? = nil,
        maxWriteRequestUnits: Int? = nil,
        performanceTier: BulkOperationPerformanceTier? = nil
    ) {
        self.bulkOperationArn = bulkOperationArn
        self.bulkOperationStatus = bulkOperationStatus
        self.tableDetails = tableDetails
        self.clientToken = clientToken
        self.inputS3Configuration = inputS3Configuration
        self.outputS3Configuration = outputS3Configuration
        self.startTime = startTime
        self.endTime = endTime
        self.processedItemCount = processedItemCount
        self.processedInputBytes = processedInputBytes
        self.totalInputBytes = totalInputBytes
        self.bulkOperationUsage = bulkOperationUsage
        self.failedItemCount = failedItemCount
        self.failureCode = failureCode
        self.failureMessage = failureMessage
        self.maxWriteRequestUnits = maxWriteRequestUnits
        self.performanceTier = performanceTier
    }
}

extension BulkOperationDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "BulkOperationDescription") { name, reader throws(ServiceError) in
            switch name {
            case "BulkOperationArn": bulkOperationArn = try reader.value()
            case "BulkOperationStatus": bulkOperationStatus = try reader.value()
            case "TableDetails": tableDetails = try reader.value()
            case "ClientToken": clientToken = try reader.value()
            case "InputS3Configuration": inputS3Configuration = try reader.value()
            case "OutputS3Configuration": outputS3Configuration = try reader.value()
            case "StartTime": startTime = try reader.value()
            case "EndTime": endTime = try reader.value()
            case "ProcessedItemCount": processedItemCount = try reader.value()
            case "ProcessedInputBytes": processedInputBytes = try reader.value()
            case "TotalInputBytes": totalInputBytes = try reader.value()
            case "BulkOperationUsage": bulkOperationUsage = try reader.value()
            case "FailedItemCount": failedItemCount = try reader.value()
            case "FailureCode": failureCode = try reader.value()
            case "FailureMessage": failureMessage = try reader.value()
            case "MaxWriteRequestUnits": maxWriteRequestUnits = try reader.value()
            case "PerformanceTier": performanceTier = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

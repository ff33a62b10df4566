// The shape SourceTableDetails of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// The table a backup was taken from, as it was then.
public struct SourceTableDetails: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String
    /// An id that tells the table from any other that had or will have its name.
    public var tableID: String
    /// The table's key.
    public var keySchema: [KeySchemaElement]
    /// When the table was made.
    public var tableCreationDateTime: Date
    /// The table's provisioned capacity.
    public var provisionedThroughput: ProvisionedThroughput
    /// The ARN of the table.
    public var tableArn: String?
    /// About how large the table was, in bytes.
    public var tableSizeBytes: Int?
    /// The most the table might use each second. Absent if no bound was set.
    public var onDemandThroughput: OnDemandThroughput?
    /// About how many items the table had.
    public var itemCount: Int?
    /// How the table's throughput was paid for.
    public var billingMode: BillingMode?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        tableID: String,
        keySchema: [KeySchemaElement],
        tableCreationDateTime: Date,
        provisionedThroughput: ProvisionedThroughput,
        tableArn: String? = nil,
        tableSizeBytes: Int? = nil,
        onDemandThroughput: OnDemandThroughput? = nil,
        itemCount: Int? = nil,
        billingMode: BillingMode? = nil
    ) {
        self.tableName = tableName
        self.tableID = tableID
        self.keySchema = keySchema
        self.tableCreationDateTime = tableCreationDateTime
        self.provisionedThroughput = provisionedThroughput
        self.tableArn = tableArn
        self.tableSizeBytes = tableSizeBytes
        self.onDemandThroughput = onDemandThroughput
        self.itemCount = itemCount
        self.billingMode = billingMode
    }
}

extension SourceTableDetails: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var tableName: String?
        var tableID: String?
        var keySchema: [KeySchemaElement]?
        var tableCreationDateTime: Date?
        var provisionedThroughput: ProvisionedThroughput?
        var tableArn: String?
        var tableSizeBytes: Int?
        var onDemandThroughput: OnDemandThroughput?
        var itemCount: Int?
        var billingMode: BillingMode?
        try reader.members(of: "SourceTableDetails") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "TableId": tableID = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "TableCreationDateTime": tableCreationDateTime = try reader.value()
            case "ProvisionedThroughput": provisionedThroughput = try reader.value()
            case "TableArn": tableArn = try reader.value()
            case "TableSizeBytes": tableSizeBytes = try reader.value()
            case "OnDemandThroughput": onDemandThroughput = try reader.value()
            case "ItemCount": itemCount = try reader.value()
            case "BillingMode": billingMode = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            tableName: try tableName.required("TableName"),
            tableID: try tableID.required("TableId"),
            keySchema: try keySchema.required("KeySchema"),
            tableCreationDateTime: try tableCreationDateTime.required("TableCreationDateTime"),
            provisionedThroughput: try provisionedThroughput.required("ProvisionedThroughput"),
            tableArn: tableArn,
            tableSizeBytes: tableSizeBytes,
            onDemandThroughput: onDemandThroughput,
            itemCount: itemCount,
            billingMode: billingMode
        )
    }
}

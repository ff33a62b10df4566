// The shape TableCreationParameters of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The table that an import makes. It can have no local indexes.
public struct TableCreationParameters: Equatable, Sendable {
    /// The name of the new table. It must not be taken.
    public var tableName: String
    /// The type of each attribute that serves in a key of the table or of an index, and no others.
    public var attributeDefinitions: [AttributeDefinition]
    /// The new table's key: one partition key attribute, and if wished one sort key attribute.
    public var keySchema: [KeySchemaElement]
    /// How the new table's throughput is paid for.
    public var billingMode: BillingMode?
    /// The capacity each second. Required for `PROVISIONED`, refused for `PAY_PER_REQUEST`.
    public var provisionedThroughput: ProvisionedThroughput?
    /// The most to use each second, for on demand only. Unbounded up to the quota when absent.
    public var onDemandThroughput: OnDemandThroughput?
    /// How the table is to be encrypted; by the service's own key when absent.
    public var sseSpecification: SSESpecification?
    /// The global secondary indexes to make.
    public var globalSecondaryIndexes: [GlobalSecondaryIndex]?
    /// The vector indexes to make.
    public var vectorIndexes: [VectorIndex]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        attributeDefinitions: [AttributeDefinition],
        keySchema: [KeySchemaElement],
        billingMode: BillingMode? = nil,
        provisionedThroughput: ProvisionedThroughput? = nil,
        onDemandThroughput: OnDemandThroughput? = nil,
        sseSpecification: SSESpecification? = nil,
        globalSecondaryIndexes: [GlobalSecondaryIndex]? = nil,
        vectorIndexes: [VectorIndex]? = nil
    ) {
        self.tableName = tableName
        self.attributeDefinitions = attributeDefinitions
        self.keySchema = keySchema
        self.billingMode = billingMode
        self.provisionedThroughput = provisionedThroughput
        self.onDemandThroughput = onDemandThroughput
        self.sseSpecification = sseSpecification
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.vectorIndexes = vectorIndexes
    }
}

extension TableCreationParameters: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("AttributeDefinitions", of: attributeDefinitions)
            writer.member("KeySchema", of: keySchema)
            writer.member("BillingMode", of: billingMode)
            writer.member("ProvisionedThroughput", of: provisionedThroughput)
            writer.member("OnDemandThroughput", of: onDemandThroughput)
            writer.member("SSESpecification", of: sseSpecification)
            writer.member("GlobalSecondaryIndexes", of: globalSecondaryIndexes)
            writer.member("VectorIndexes", of: vectorIndexes)
        }
    }
}

extension TableCreationParameters: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var tableName: String?
        var attributeDefinitions: [AttributeDefinition]?
        var keySchema: [KeySchemaElement]?
        var billingMode: BillingMode?
        var provisionedThroughput: ProvisionedThroughput?
        var onDemandThroughput: OnDemandThroughput?
        var sseSpecification: SSESpecification?
        var globalSecondaryIndexes: [GlobalSecondaryIndex]?
        var vectorIndexes: [VectorIndex]?
        try reader.members(of: "TableCreationParameters") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "AttributeDefinitions": attributeDefinitions = try reader.value()
            case "KeySchema": keySchema = try reader.value()
            case "BillingMode": billingMode = try reader.value()
            case "ProvisionedThroughput": provisionedThroughput = try reader.value()
            case "OnDemandThroughput": onDemandThroughput = try reader.value()
            case "SSESpecification": sseSpecification = try reader.value()
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.value()
            case "VectorIndexes": vectorIndexes = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            tableName: try tableName.required("TableName"),
            attributeDefinitions: try attributeDefinitions.required("AttributeDefinitions"),
            keySchema: try keySchema.required("KeySchema"),
            billingMode: billingMode,
            provisionedThroughput: provisionedThroughput,
            onDemandThroughput: onDemandThroughput,
            sseSpecification: sseSpecification,
            globalSecondaryIndexes: globalSecondaryIndexes,
            vectorIndexes: vectorIndexes
        )
    }
}

// The operation CreateTable. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Adds a table with its keys and indexes. It can be used once its status is `ACTIVE`.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/limitExceeded``, ``ErrorCode/internalServerError``.
    public func createTable(
        _ input: CreateTableInput
    ) async throws(CallError) -> CreateTableOutput {
        try await send(CreateTableCommand(input))
    }
}

/// CreateTable as a value, to be sent by a client. Adds a table with its keys and indexes. It can be used once its
/// status is `ACTIVE`.
public struct CreateTableCommand: Command {
    /// The name of the operation.
    public static let operation = "CreateTable"
    /// What is asked.
    public let input: CreateTableInput

    /// A command of this input.
    public init(_ input: CreateTableInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> CreateTableOutput {
        try CreateTableOutput(decoding: body)
    }
}

/// What CreateTable is asked.
public struct CreateTableInput: Equatable, Sendable {
    /// The name of the new table: 3 to 255 letters, digits, `_`, `-` and `.`.
    public var tableName: String
    /// The type of each attribute that serves in a key of the table or of an index, and no others.
    public var attributeDefinitions: [AttributeDefinition]?
    /// The table's key: one partition key attribute, and if wished one sort key attribute. It is fixed.
    public var keySchema: [KeySchemaElement]?
    /// The local secondary indexes to make, at most 5. They cannot be added later.
    public var localSecondaryIndexes: [LocalSecondaryIndex]?
    /// The global secondary indexes to make, by default at most 20.
    public var globalSecondaryIndexes: [GlobalSecondaryIndex]?
    /// How throughput is paid for; `PROVISIONED` when absent.
    public var billingMode: BillingMode?
    /// The capacity each second. Required for `PROVISIONED`, refused for `PAY_PER_REQUEST`.
    public var provisionedThroughput: ProvisionedThroughput?
    /// Whether changes are recorded, and what a record holds. Absent means no stream.
    public var streamSpecification: StreamSpecification?
    /// How the table is to be encrypted; by the service's own key when absent.
    public var sseSpecification: SSESpecification?
    /// Tags to put on the table, at most 50.
    public var tags: [Tag]?
    /// The table class; `STANDARD` when absent.
    public var tableClass: TableClass?
    /// Whether `DeleteTable` is refused; false when absent.
    public var deletionProtectionEnabled: Bool?
    /// The load that can be taken at once. It can be raised but not lowered.
    public var warmThroughput: WarmThroughput?
    /// An access policy to put on the table, a JSON text of at most 20480 bytes.
    public var resourcePolicy: String?
    /// The most to use each second, for on demand only. Unbounded up to the quota when absent.
    public var onDemandThroughput: OnDemandThroughput?
    /// The table of another account whose global table the new one joins. Absent for an ordinary table.
    public var globalTableSourceArn: String?
    /// Whether settings are carried over between the replicas.
    public var globalTableSettingsReplicationMode: GlobalTableSettingsReplicationMode?
    /// The vector indexes to make.
    public var vectorIndexes: [VectorIndex]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        attributeDefinitions: [AttributeDefinition]? = nil,
        keySchema: [KeySchemaElement]? = nil,
        localSecondaryIndexes: [LocalSecondaryIndex]? = nil,
        globalSecondaryIndexes: [GlobalSecondaryIndex]? = nil,
        billingMode: BillingMode? = nil,
        provisionedThroughput: ProvisionedThroughput? = nil,
        streamSpecification: StreamSpecification? = nil,
        sseSpecification: SSESpecification? = nil,
        tags: [Tag]? = nil,
        tableClass: TableClass? = nil,
        deletionProtectionEnabled: Bool? = nil,
        warmThroughput: WarmThroughput? = nil,
        resourcePolicy: String? = nil,
        onDemandThroughput: OnDemandThroughput? = nil,
        globalTableSourceArn: String? = nil,
        globalTableSettingsReplicationMode: GlobalTableSettingsReplicationMode? = nil,
        vectorIndexes: [VectorIndex]? = nil
    ) {
        self.tableName = tableName
        self.attributeDefinitions = attributeDefinitions
        self.keySchema = keySchema
        self.localSecondaryIndexes = localSecondaryIndexes
        self.globalSecondaryIndexes = globalSecondaryIndexes
        self.billingMode = billingMode
        self.provisionedThroughput = provisionedThroughput
        self.streamSpecification = streamSpecification
        self.sseSpecification = sseSpecification
        self.tags = tags
        self.tableClass = tableClass
        self.deletionProtectionEnabled = deletionProtectionEnabled
        self.warmThroughput = warmThroughput
        self.resourcePolicy = resourcePolicy
        self.onDemandThroughput = onDemandThroughput
        self.globalTableSourceArn = globalTableSourceArn
        self.globalTableSettingsReplicationMode = globalTableSettingsReplicationMode
        self.vectorIndexes = vectorIndexes
    }
}

extension CreateTableInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("AttributeDefinitions", of: attributeDefinitions)
            writer.member("KeySchema", of: keySchema)
            writer.member("LocalSecondaryIndexes", of: localSecondaryIndexes)
            writer.member("GlobalSecondaryIndexes", of: globalSecondaryIndexes)
            writer.member("BillingMode", of: billingMode)
            writer.member("ProvisionedThroughput", of: provisionedThroughput)
            writer.member("StreamSpecification", of: streamSpecification)
            writer.member("SSESpecification", of: sseSpecification)
            writer.member("Tags", of: tags)
            writer.member("TableClass", of: tableClass)
            writer.member("DeletionProtectionEnabled", of: deletionProtectionEnabled)
            writer.member("WarmThroughput", of: warmThroughput)
            writer.member("ResourcePolicy", of: resourcePolicy)
            writer.member("OnDemandThroughput", of: onDemandThroughput)
            writer.member("GlobalTableSourceArn", of: globalTableSourceArn)
            writer.member("GlobalTableSettingsReplicationMode", of: globalTableSettingsReplicationMode)
            writer.member("VectorIndexes", of: vectorIndexes)
        }
    }
}

/// What CreateTable answers.
public struct CreateTableOutput: Equatable, Sendable {
    /// The table as it stands.
    public var tableDescription: TableDescription?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableDescription: TableDescription? = nil
    ) {
        self.tableDescription = tableDescription
    }
}

extension CreateTableOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "CreateTableOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableDescription": tableDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}

// What the API tells of a table.

import ApusModel

/// The states of a table that the API knows, of those that apus has.
package enum TableStatus: String, Sendable {
    case creating = "CREATING"
    case updating = "UPDATING"
    case active = "ACTIVE"
    case deleting = "DELETING"
}

/// What CreateTable, DescribeTable, UpdateTable and DeleteTable tell of a table. What is nil is left out.
package struct TableDescription: Sendable {
    package var tableName = ""
    package var tableArn = ""
    package var tableID = ""
    package var status: TableStatus?
    package var creationTime: Timestamp?
    package var attributeDefinitions: [AttributeDefinition]?
    package var keySchema: [KeySchemaElement]?
    package var billing: BillingModeSummary?
    package var throughput = ThroughputDescription()
    package var localIndexes: [IndexDescription]?
    package var globalIndexes: [IndexDescription]?
    package var itemCount = 0
    package var sizeBytes = 0
    package var streamViewType: StreamViewType?
    package var latestStream: LatestStream?
    /// The ARN of the key that the table is encrypted with.
    package var encryptionKeyArn: String?
    package var tableClass: TableClassSummary?
    package var isDeletionProtected = false

    package init() {}
}

/// How a table is paid for, if it has ever been on-demand.
package struct BillingModeSummary: Sendable {
    package let billingMode: BillingMode
    package let lastOnDemandTime: Timestamp

    package init(billingMode: BillingMode, lastOnDemandTime: Timestamp) {
        self.billingMode = billingMode
        self.lastOnDemandTime = lastOnDemandTime
    }
}

/// The price class of a table's storage, and when it was last changed.
package struct TableClassSummary: Sendable {
    package let tableClass: TableClass
    package let lastUpdateTime: Timestamp?

    package init(tableClass: TableClass, lastUpdateTime: Timestamp?) {
        self.tableClass = tableClass
        self.lastUpdateTime = lastUpdateTime
    }
}

/// The stream that a table has, or the last that it had.
package struct LatestStream: Sendable {
    package let label: String
    package let arn: String

    package init(label: String, arn: String) {
        self.label = label
        self.arn = arn
    }
}

/// The throughput of a table or of a global secondary index.
package struct ThroughputDescription: Sendable {
    /// Zero for on-demand.
    package var provisioned = ThroughputUnits(readUnits: 0, writeUnits: 0)
    package var lastIncreaseTime: Timestamp?
    package var lastDecreaseTime: Timestamp?
    package var decreasesToday = 0
    package var onDemandMaximum = OnDemandMaximum()
    package var warm: ThroughputUnits?
    /// Whether the warm throughput is still being raised.
    package var isWarming = false

    package init() {}
}

/// A secondary index of a table.
package struct IndexDescription: Sendable {
    /// Tells the index from the table's others; it is not written.
    package let id: UInt8
    package let indexName: String
    package let indexArn: String
    package let keySchema: [KeySchemaElement]
    package let projection: IndexProjection
    package var itemCount = 0
    package var sizeBytes = 0
    /// What a global index has besides.
    package var own: GlobalIndexPart?

    package init(
        id: UInt8,
        indexName: String,
        indexArn: String,
        keySchema: [KeySchemaElement],
        projection: IndexProjection
    ) {
        self.id = id
        self.indexName = indexName
        self.indexArn = indexArn
        self.keySchema = keySchema
        self.projection = projection
    }
}

/// What a global secondary index has of its own, where a local one shares what its table has.
package struct GlobalIndexPart: Sendable {
    package var status: TableStatus
    package let isBackfilling: Bool
    package var throughput: ThroughputDescription

    package init(status: TableStatus, isBackfilling: Bool, throughput: ThroughputDescription) {
        self.status = status
        self.isBackfilling = isBackfilling
        self.throughput = throughput
    }
}

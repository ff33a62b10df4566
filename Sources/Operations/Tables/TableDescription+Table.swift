// A table as the API describes it.

import ApusDatabase
import ApusModel
import ApusWire

extension TableStatus {
    init(_ state: TableState) {
        switch state {
        case .creating: self = .creating
        case .updating: self = .updating
        case .active: self = .active
        case .deleting, .gone: self = .deleting
        }
    }
}

extension TableDescription {
    /// Describes a table in its state of this moment, but for how many items it has.
    init(of table: Table, in context: RequestContext) {
        self.init(
            of: table,
            as: TableStatus(table.definition.state(at: context.database.clock.now)),
            in: context
        )
    }

    /// Describes a table, but for how many items it has.
    init(of table: Table, as status: TableStatus, in context: RequestContext) {
        self.init()
        let definition = table.definition
        let now = context.database.clock.now
        tableName = definition.name.text
        tableArn = context.arn(ofTable: definition.name.text)
        tableID = definition.uniqueID
        self.status = status
        creationTime = definition.creationTime
        attributeDefinitions = definition.attributeDefinitions.map {
            AttributeDefinition(attributeName: $0.name, attributeType: ScalarAttributeType($0.type))
        }
        keySchema = [KeySchemaElement](definition.keySchema)
        throughput = ThroughputDescription(definition.throughput, at: now)
        if let time = definition.lastOnDemandTime {
            let isProvisioned = definition.throughput.provisioned != nil
            billing = BillingModeSummary(
                billingMode: isProvisioned ? .provisioned : .payPerRequest,
                lastOnDemandTime: time
            )
        }
        describeIndexes(definition.indexes, at: now)
        describe(definition.settings)
    }

    private mutating func describeIndexes(_ indexes: [IndexDefinition], at now: Timestamp) {
        for index in indexes {
            var description = IndexDescription(of: index, inTable: tableArn)
            switch index.kind {
            case .local: localIndexes = (localIndexes ?? []) + [description]
            case .global:
                description.own = GlobalIndexPart(of: index, inTableThatIs: status, at: now)
                globalIndexes = (globalIndexes ?? []) + [description]
            }
        }
    }

    private mutating func describe(_ settings: TableSettings) {
        streamViewType = settings.stream?.viewType
        if let label = settings.lastStreamTime?.text {
            latestStream = LatestStream(label: label, arn: "\(tableArn)/stream/\(label)")
        }
        encryptionKeyArn = settings.encryption?.keyArn
        // The service tells the class only where it is not the one that every table begins with, or has been.
        if settings.tableClass != .standard || settings.tableClassTime != nil {
            tableClass = TableClassSummary(tableClass: settings.tableClass, lastUpdateTime: settings.tableClassTime)
        }
        isDeletionProtected = settings.isDeletionProtected
    }

    /// Tells how many items the table and its indexes have.
    mutating func count(_ statistics: TableStatistics) {
        (itemCount, sizeBytes) = (statistics.table.itemCount, statistics.table.sizeBytes)
        localIndexes = localIndexes?.map { $0.counted(by: statistics) }
        globalIndexes = globalIndexes?.map { $0.counted(by: statistics) }
    }

    /// Leaves out what the service does not tell of a table that it deletes.
    mutating func forgetKeys() {
        keySchema = nil
        attributeDefinitions = nil
        localIndexes = nil
        globalIndexes = nil
    }
}

extension IndexDescription {
    fileprivate func counted(by statistics: TableStatistics) -> IndexDescription {
        var counted = self
        let figures = statistics.indexes[id]
        (counted.itemCount, counted.sizeBytes) = (figures?.itemCount ?? 0, figures?.sizeBytes ?? 0)
        return counted
    }
}

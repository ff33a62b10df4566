// A secondary index and a throughput as the API describes them.

import ApusModel
import ApusWire

extension IndexDescription {
    /// Describes an index, but for how many entries it has and what a global one has of its own.
    init(of index: IndexDefinition, inTable tableArn: String) {
        self.init(
            id: index.id,
            indexName: index.name,
            indexArn: "\(tableArn)/index/\(index.name)",
            keySchema: [KeySchemaElement](index.keySchema),
            projection: IndexProjection(index.projection)
        )
    }
}

extension GlobalIndexPart {
    /// - Parameter tableStatus: what the description tells of the table, which its indexes do not get ahead of.
    init(of index: IndexDefinition, inTableThatIs tableStatus: TableStatus?, at now: Timestamp) {
        let status =
            switch tableStatus {
            case .creating: TableStatus.creating
            case .deleting: TableStatus.deleting
            case .updating, .active, nil: TableStatus(index.state(at: now))
            }
        self.init(
            status: status,
            isBackfilling: index.phase == .building,
            throughput: index.throughput.map { ThroughputDescription($0, at: now) } ?? ThroughputDescription()
        )
    }
}

extension TableStatus {
    fileprivate init(_ state: IndexState) {
        switch state {
        case .creating: self = .creating
        case .updating: self = .updating
        case .active: self = .active
        case .deleting: self = .deleting
        }
    }
}

extension ThroughputDescription {
    init(_ settings: ThroughputSettings, at now: Timestamp) {
        self.init()
        if let units = settings.provisioned { provisioned = units }
        lastIncreaseTime = settings.lastIncreaseTime
        lastDecreaseTime = settings.lastDecreaseTime
        decreasesToday = settings.decreases(onDayOf: now)
        onDemandMaximum = settings.onDemandMaximum
        warm = settings.warm
        isWarming = settings.warmedTime.map { now < $0 } ?? false
    }
}

extension IndexProjection {
    fileprivate init(_ projection: IndexDefinition.Projection) {
        switch projection {
        case .all: self.init(projectionType: .all)
        case .keysOnly: self.init(projectionType: .keysOnly)
        case .include(let names): self.init(projectionType: .include, nonKeyAttributes: names)
        }
    }
}

extension [KeySchemaElement] {
    init(_ keySchema: KeySchema) {
        self =
            keySchema.partition.map { KeySchemaElement(attributeName: $0.name, keyType: .hash) }
            + keySchema.sort.map { KeySchemaElement(attributeName: $0.name, keyType: .range) }
    }
}

extension ScalarAttributeType {
    init(_ type: KeyAttributeType) {
        switch type {
        case .string: self = .string
        case .number: self = .number
        case .binary: self = .binary
        }
    }
}

// What a table is: its name, its keys, its indexes, its settings, and since when it exists.

/// The definition of a table, as CreateTable made it and UpdateTable changed it.
package struct TableDefinition: Equatable, Sendable {
    package let name: TableName
    /// The region whose table this is: the same name in another region is another table.
    package let region: String
    /// The unique id that the API shows, in the form of a UUID.
    package let uniqueID: String
    package let keySchema: KeySchema
    package let creationTime: Timestamp
    /// When the table is ready for items; CREATING until then.
    package let readyTime: Timestamp
    /// When a change of the table comes to its end; UPDATING until then. It serves items all the while.
    package var updatedTime: Timestamp?
    /// When the table is gone, once it has been deleted; DELETING until then.
    package var goneTime: Timestamp?
    /// The types of all key attributes, of the table and its indexes, in the order in which they were given.
    package var attributeDefinitions: [KeyAttribute]
    package var throughput: ThroughputSettings
    /// When the table was last switched to on-demand; nil if it has always been provisioned.
    package var lastOnDemandTime: Timestamp?
    package var indexes: [IndexDefinition]
    package var settings: TableSettings

    /// - Parameter attributeDefinitions: nil for those of the table's own key.
    package init(
        name: TableName,
        region: String,
        uniqueID: String,
        keySchema: KeySchema,
        creationTime: Timestamp,
        readyTime: Timestamp,
        attributeDefinitions: [KeyAttribute]? = nil,
        throughput: ThroughputSettings = ThroughputSettings(provisioned: nil),
        indexes: [IndexDefinition] = [],
        settings: TableSettings = TableSettings()
    ) {
        self.name = name
        self.region = region
        self.uniqueID = uniqueID
        self.keySchema = keySchema
        self.creationTime = creationTime
        self.readyTime = readyTime
        self.attributeDefinitions = attributeDefinitions ?? keySchema.attributes
        self.throughput = throughput
        self.indexes = indexes
        self.settings = settings
    }
}

/// Where a table stands in its life.
package enum TableState: Sendable {
    case creating, updating, active, deleting, gone
}

extension TableDefinition {
    /// The state of the table at a point in time.
    package func state(at time: Timestamp) -> TableState {
        if let goneTime { return time < goneTime ? .deleting : .gone }
        if time < readyTime { return .creating }
        return time < (updatedTime ?? readyTime) ? .updating : .active
    }

    /// What is provisioned for the table and its indexes together.
    package var provisionedUnits: ThroughputUnits {
        let ofIndexes = indexes.filter { $0.phase != .deleting }.compactMap(\.throughput)
        return ([throughput] + ofIndexes).compactMap(\.provisioned).reduce(into: .none, +=)
    }

    /// The least id that no index of the table has; nil where all are taken.
    package var nextIndexID: UInt8? {
        Limits.indexIDs.first { id in !indexes.contains { $0.id == id } }
    }
}

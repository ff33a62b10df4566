// What a secondary index is: its keys, what it holds of an item, and how far it has been built.

/// The definition of a secondary index of a table.
package struct IndexDefinition: Equatable, Sendable {
    package enum Kind: String, Sendable {
        /// Shares the partition key, the throughput and the consistency of its table; made with it and for good.
        case local
        /// Has keys and a throughput of its own; comes and goes while its table is in use.
        case global
    }

    /// What an entry holds of its item, besides the keys of the index and of the table.
    package enum Projection: Equatable, Sendable {
        case keysOnly
        case include([String])
        case all
    }

    /// How far the index has come. Writes maintain it in every phase but the last.
    package enum Phase: String, Sendable {
        /// The items that were there before the index are being entered.
        case building
        /// Every item has its entry; the index may be read once its table says that it is ready.
        case built
        /// Its entries are being discarded.
        case deleting
    }

    /// Told from the table's other indexes in stored keys; 1 to 254. A number comes back once its entries are gone.
    package let id: UInt8
    package let name: String
    package let kind: Kind
    package let keySchema: KeySchema
    package let projection: Projection
    package var phase: Phase
    /// When the index is ACTIVE at the earliest, once it is built; CREATING until then.
    package var readyTime: Timestamp
    /// When a change of its settings comes to its end; UPDATING until then.
    package var updatedTime: Timestamp?
    /// The throughput of a global index; a local one has its table's.
    package var throughput: ThroughputSettings?

    package init(
        id: UInt8,
        name: String,
        kind: Kind,
        keySchema: KeySchema,
        projection: Projection,
        phase: Phase = .built,
        readyTime: Timestamp,
        updatedTime: Timestamp? = nil,
        throughput: ThroughputSettings? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.keySchema = keySchema
        self.projection = projection
        self.phase = phase
        self.readyTime = readyTime
        self.updatedTime = updatedTime
        self.throughput = throughput
    }
}

/// Where an index stands in its life.
package enum IndexState: Sendable {
    case creating, updating, active, deleting
}

extension IndexDefinition {
    /// The state of the index at a point in time.
    package func state(at time: Timestamp) -> IndexState {
        switch phase {
        case .deleting: .deleting
        case .building: .creating
        case .built: time < readyTime ? .creating : time < (updatedTime ?? readyTime) ? .updating : .active
        }
    }

    /// Whether an entry holds an attribute that is no key of the table.
    package func holds(_ name: String) -> Bool {
        switch projection {
        case .all: true
        case .keysOnly: keySchema.contains(name)
        case .include(let names): keySchema.contains(name) || names.contains { $0.hasSameBytes(as: name) }
        }
    }
}

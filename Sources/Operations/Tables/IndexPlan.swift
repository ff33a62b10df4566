// From an index that a request asks for to the definition of one.

import ApusModel
import ApusWire

/// An index that has been found sound; its id and its times come when it is made.
struct IndexPlan {
    let name: String
    let kind: IndexDefinition.Kind
    let keySchema: KeySchema
    let projection: IndexDefinition.Projection
    let throughput: ThroughputSettings?

    func definition(id: UInt8, phase: IndexDefinition.Phase, readyTime: Timestamp) -> IndexDefinition {
        IndexDefinition(
            id: id,
            name: name,
            kind: kind,
            keySchema: keySchema,
            projection: projection,
            phase: phase,
            readyTime: readyTime,
            throughput: throughput
        )
    }
}

extension NewIndex {
    var name: String { indexName ?? "" }

    var keyElements: [KeySchemaElement] { keySchema ?? [] }

    /// Checks the form of the key and the projection.
    ///
    /// - Parameter tableKey: the key of the table, which that of a local index begins like.
    func checkForm(in tableKey: [KeySchemaElement]) throws(ServiceError) {
        switch kind {
        case .local: try keyElements.requireLocalKey(of: name, in: tableKey)
        case .global: try keyElements.requireCompositeKey()
        }
        _ = try checkedProjection()
    }

    /// What the index holds of an item, each attribute once.
    func checkedProjection() throws(ServiceError) -> IndexDefinition.Projection {
        guard let type = projection?.projectionType?.value else {
            throw .invalidParameter("Unknown ProjectionType: null")
        }
        switch (type, projection?.nonKeyAttributes) {
        case (.include, let names?):
            var distinct: [String] = []
            for name in names where !distinct.contains(where: { $0.hasSameBytes(as: name) }) { distinct.append(name) }
            return .include(distinct)
        case (.include, nil):
            throw .invalidParameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified")
        case (.all, nil): return .all
        case (.keysOnly, nil): return .keysOnly
        case (.all, _?), (.keysOnly, _?):
            throw .invalidParameter("ProjectionType is \(type.rawValue), but NonKeyAttributes is specified")
        }
    }

    /// The throughput of the index in a table that is provisioned or not; nil for a local index.
    func checkedThroughput(
        inProvisioned isProvisioned: Bool,
        in region: String
    ) throws(ServiceError) -> ThroughputSettings? {
        guard kind == .global else { return nil }
        let owner = ThroughputOwner(index: name, region: region)
        if isProvisioned, provisionedThroughput == nil { throw .noUnits(ofIndex: name) }
        if !isProvisioned, provisionedThroughput != nil { throw .unitsOfOnDemand(index: name) }
        return try ThroughputSettings(
            provisioned: isProvisioned ? ThroughputUnits(provisionedThroughput, of: owner) : nil,
            onDemand: onDemandThroughput,
            warm: warmThroughput,
            of: owner
        )
    }

    /// The index, once its parts have been checked.
    func plan(keySchema: KeySchema, throughput: ThroughputSettings?) throws(ServiceError) -> IndexPlan {
        IndexPlan(
            name: name,
            kind: kind,
            keySchema: keySchema,
            projection: try checkedProjection(),
            throughput: throughput
        )
    }
}

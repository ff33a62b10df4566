// How UpdateTable creates and deletes global secondary indexes.

import ApusDatabase
import ApusModel
import ApusWire

/// A global index that is to join a table, with the attributes that its key is made of.
struct TableUpdateIndex: Sendable {
    let index: NewIndex
    let keySchema: KeySchema

    /// Checks what can be checked without the table.
    init(_ index: NewIndex, _ definitions: [AttributeDefinition]) throws(ServiceError) {
        let types = try KeyAttributeTypes(definitions)
        try index.checkForm(in: [])
        // The definitions that the table has already do not count, those of other attributes are ignored.
        guard let keySchema = types.keySchema(of: index.keyElements) else { throw .noDefinition }
        self.index = index
        self.keySchema = keySchema
    }
}

extension TableDefinition {
    /// Adds an index that is to be filled with the items that are there.
    mutating func add(_ new: TableUpdateIndex, at moment: Moment) throws(ServiceError) {
        try requireNoIndexUnderWay(at: moment.now)
        guard !indexes.contains(where: { $0.name.hasSameBytes(as: new.index.name) }) else {
            throw .validation("Attempting to create an index which already exists")
        }
        guard indexes.count(where: { $0.kind == .global }) < Limits.globalIndexes, let id = nextIndexID else {
            throw ServiceError(
                .limitExceeded,
                "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of "
                    + "\(Limits.globalIndexes)"
            )
        }
        let throughput = try new.index.checkedThroughput(inProvisioned: self.throughput.provisioned != nil, in: region)
        let plan = try new.index.plan(keySchema: new.keySchema, throughput: throughput)
        try define(new.keySchema.attributes)
        indexes.append(plan.definition(id: id, phase: .building, readyTime: moment.ready))
        guard indexes.reduce(0, { $0 + $1.projection.includedCount }) <= Limits.includedAttributes else {
            throw .tooManyIncludedAttributes
        }
        try requireThroughputWithinQuota()
    }

    /// Adds the definitions of those attributes that have none yet.
    private mutating func define(_ attributes: [KeyAttribute]) throws(ServiceError) {
        for attribute in attributes {
            let defined = attributeDefinitions.first { $0.name.hasSameBytes(as: attribute.name) }
            guard let defined else {
                attributeDefinitions.append(attribute)
                continue
            }
            guard defined == attribute else {
                // The service's wording is not published.
                throw .invalidParameter(
                    "Attribute \(attribute.name) is already defined with type \(defined.type.rawValue), "
                        + "AttributeDefinitions has type \(attribute.type.rawValue)"
                )
            }
        }
    }

    /// Begins to discard an index. One that is still being filled may be given up.
    mutating func deleteIndex(named name: String, at moment: Moment) throws(ServiceError) {
        let position = try position(ofGlobalIndex: name)
        try requireNoIndexUnderWay(at: moment.now, but: indexes[position].phase == .building ? name : nil)
        indexes[position].phase = .deleting
    }

    func position(ofGlobalIndex name: String) throws(ServiceError) -> Int {
        let position = indexes.firstIndex { $0.kind == .global && $0.name.hasSameBytes(as: name) }
        guard let position else {
            throw ServiceError(
                .resourceNotFound,
                "Requested resource not found: Index \(name) for table \(self.name.text)"
            )
        }
        return position
    }

    private func requireNoIndexUnderWay(at now: Timestamp, but name: String? = nil) throws(ServiceError) {
        for index in indexes where index.kind == .global {
            if let name, index.name.hasSameBytes(as: name) { continue }
            switch index.state(at: now) {
            case .creating, .deleting: throw .oneIndexAtATime
            case .active, .updating: continue
            }
        }
    }
}

extension IndexDefinition.Projection {
    /// How many attributes it includes by name.
    var includedCount: Int {
        if case .include(let names) = self { names.count } else { 0 }
    }
}

// The indexes that a table is created with, and how they fit its key and its attribute definitions.

import ApusModel
import ApusWire

/// The indexes that a table is created with.
struct NewIndexes {
    private let local: [NewIndex]?
    private let global: [NewIndex]?
    /// The local ones first: so they are checked.
    let all: [NewIndex]

    init(_ request: CreateTableRequest) {
        local = request.localSecondaryIndexes
        global = request.globalSecondaryIndexes
        all = (local ?? []) + (global ?? [])
    }

    /// Checks each index but for its attributes' definitions.
    ///
    /// - Returns: the throughput of each, in order; nil for a local index.
    func check(
        in tableKey: [KeySchemaElement],
        isProvisioned: Bool,
        region: String
    ) throws(ServiceError) -> [ThroughputSettings?] {
        try requireNotEmpty()
        if local != nil, tableKey.count < 2 {
            throw .invalidParameter(
                "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
            )
        }
        var throughputs: [ThroughputSettings?] = []
        var names: Set<[UInt8]> = []
        for index in all {
            guard names.insert(Array(index.name.utf8)).inserted else {
                throw .invalidParameter("Duplicate index name: \(index.name)")
            }
            try index.checkForm(in: tableKey)
            throughputs.append(try index.checkedThroughput(inProvisioned: isProvisioned, in: region))
        }
        return throughputs
    }

    private func requireNotEmpty() throws(ServiceError) {
        if let local, local.isEmpty { throw .invalidParameter("List of LocalSecondaryIndexes is empty") }
        if let global, global.isEmpty { throw .invalidParameter("List of GlobalSecondaryIndexes is empty") }
    }

    /// The indexes, once they have been checked; each must have a definition of every attribute of its key.
    func plans(
        with types: KeyAttributeTypes,
        throughputs: [ThroughputSettings?]
    ) throws(ServiceError) -> [IndexPlan] {
        var plans: [IndexPlan] = []
        for (index, throughput) in zip(all, throughputs) {
            let keySchema = try types.keySchema(ofIndexLike: index.keyElements)
            plans.append(try index.plan(keySchema: keySchema, throughput: throughput))
        }
        return plans
    }

    /// Refuses more indexes, or more included attributes, than a table may have.
    func requireWithinLimits(_ plans: [IndexPlan]) throws(ServiceError) {
        guard local?.count ?? 0 <= Limits.localIndexes else {
            throw .invalidParameter("Number of LocalSecondaryIndexes exceeds per-table limit of \(Limits.localIndexes)")
        }
        guard global?.count ?? 0 <= Limits.globalIndexes else {
            throw .invalidParameter(
                "GlobalSecondaryIndex count exceeds the per-table limit of \(Limits.globalIndexes)"
            )
        }
        let included = plans.reduce(0) { $0 + $1.projection.includedCount }
        guard included <= Limits.includedAttributes else { throw .tooManyIncludedAttributes }
    }
}

extension KeyAttributeTypes {
    /// The key of a new table.
    func keySchema(
        ofTable elements: [KeySchemaElement],
        with indexes: [NewIndex]
    ) throws(ServiceError) -> KeySchema {
        // Without indexes, it counts first: too few or too many definitions have messages of their own.
        if indexes.isEmpty, attributes.count < elements.count { throw .noDefinition }
        if indexes.isEmpty, attributes.count > elements.count { throw .surplusDefinitions }
        return try keySchema(ofIndexLike: elements)
    }

    /// The key that elements describe; the message for a missing definition is about indexes, whatever has the key.
    fileprivate func keySchema(ofIndexLike elements: [KeySchemaElement]) throws(ServiceError) -> KeySchema {
        guard let keySchema = keySchema(of: elements) else {
            throw .invalidParameter(
                "Some index key attributes are not defined in AttributeDefinitions. "
                    + "Keys: \(elements.map(\.name).listed), AttributeDefinitions: \(attributes.map(\.name).listed)"
            )
        }
        return keySchema
    }

    /// Refuses definitions of attributes that stand in no key.
    func requireAllUsed(in keys: [KeySchema]) throws(ServiceError) {
        var used: [String] = []
        var seen: Set<[UInt8]> = []
        for attribute in keys.flatMap(\.attributes) where seen.insert(Array(attribute.name.utf8)).inserted {
            used.append(attribute.name)
        }
        guard seen.count < attributes.count else { return }
        throw .invalidParameter(
            "Some AttributeDefinitions are not used. AttributeDefinitions: \(attributes.map(\.name).listed), "
                + "keys used: \(used.listed)"
        )
    }
}

extension ServiceError {
    /// Also for an index that UpdateTable creates.
    static let noDefinition = ServiceError.validation(
        "Invalid KeySchema: Some index key attribute have no definition"
    )

    /// The service's wording is not published.
    static let tooManyIncludedAttributes = ServiceError.invalidParameter(
        "Number of NonKeyAttributes of all secondary indexes exceeds per-table limit of \(Limits.includedAttributes)"
    )

    fileprivate static let surplusDefinitions = ServiceError.invalidParameter(
        "Number of attributes in KeySchema does not exactly match number of attributes defined in "
            + "AttributeDefinitions"
    )
}

extension Sequence<String> {
    /// The names as messages list them, cut off where they are too many.
    fileprivate var listed: String {
        "[\(String(joined(separator: ", ").prefix(8_192)))]"
    }
}

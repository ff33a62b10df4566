// How UpdateTable changes the throughput of a table and of its global secondary indexes.

import ApusDatabase
import ApusModel
import ApusWire

/// What throughput a table and its global indexes are to have.
struct ThroughputUpdate: Sendable {
    private let billingMode: BillingMode?
    private let table: ThroughputWish
    private let indexes: [(name: String, wish: ThroughputWish)]

    init(_ request: UpdateTableRequest) throws(ServiceError) {
        billingMode = request.billingMode?.value
        guard billingMode != .payPerRequest || request.provisionedThroughput == nil else { throw .unitsOfOnDemand }
        table = ThroughputWish(
            provisioned: request.provisionedThroughput,
            onDemand: request.onDemandThroughput,
            warm: request.warmThroughput
        )
        indexes = (request.globalSecondaryIndexUpdates ?? []).compactMap(\.update).map { update in
            let wish = ThroughputWish(
                provisioned: update.provisionedThroughput,
                onDemand: update.onDemandThroughput,
                warm: update.warmThroughput
            )
            return (update.indexName ?? "", wish)
        }
    }

    func apply(to definition: inout TableDefinition, at moment: Moment) throws(ServiceError) {
        let before = definition.indexes
        let positions = try indexes.map { index throws(ServiceError) in
            try definition.position(ofGlobalIndex: index.name)
        }
        let isProvisioned = try switchBilling(of: &definition, at: moment.now)
        try changeTable(&definition, isProvisioned: isProvisioned, at: moment)
        for (position, (name, wish)) in zip(positions, indexes) {
            try wish.check(forIndex: name, inProvisioned: isProvisioned)
            guard definition.indexes[position].phase != .deleting else {
                throw .stillInUse("Index is being deleted: \(name)")
            }
            let owner = ThroughputOwner(index: name, region: definition.region)
            try definition.indexes[position].throughput?.change(to: wish, of: owner, at: moment)
        }
        for position in before.indices where definition.indexes[position] != before[position] {
            definition.indexes[position].updatedTime = moment.ready
        }
        try definition.requireThroughputWithinQuota()
    }

    /// Switches the billing mode if it is to be another, and tells whether the table is provisioned then.
    private func switchBilling(of definition: inout TableDefinition, at now: Timestamp) throws(ServiceError) -> Bool {
        let wasProvisioned = definition.throughput.provisioned != nil
        switch (wasProvisioned, billingMode) {
        case (_, nil), (true, .provisioned), (false, .payPerRequest): return wasProvisioned
        case (true, .payPerRequest):
            definition.lastOnDemandTime = now
            definition.switchThroughput { $0.switchToOnDemand() }
            return false
        case (false, .provisioned):
            try requireUnits(in: definition.region)
            for index in definition.indexes where index.kind == .global && index.phase != .deleting {
                let update = indexes.first { $0.name.hasSameBytes(as: index.name) }
                guard update?.wish.provisioned != nil else { throw .noUnits(ofIndex: index.name) }
            }
            definition.switchThroughput { $0.onDemandMaximum = OnDemandMaximum() }
            return true
        }
    }

    /// Whoever says PROVISIONED says how much, even of a table that is provisioned already.
    private func requireUnits(in region: String) throws(ServiceError) {
        _ = try ThroughputUnits(table.provisioned, of: ThroughputOwner(index: nil, region: region))
    }

    private func changeTable(
        _ definition: inout TableDefinition,
        isProvisioned: Bool,
        at moment: Moment
    ) throws(ServiceError) {
        let owner = ThroughputOwner(index: nil, region: definition.region)
        if isProvisioned {
            try table.onDemand?.refuseInProvisioned()
            if billingMode != nil { try requireUnits(in: definition.region) }
        } else if table.provisioned != nil {
            throw .unitsOfOnDemand
        }
        try definition.throughput.change(to: table, of: owner, at: moment)
    }
}

/// What throughput is asked for of a table or of an index.
struct ThroughputWish: Sendable {
    let provisioned: ProvisionedThroughput?
    let onDemand: OnDemandThroughput?
    let warm: WarmThroughput?

    fileprivate func check(forIndex name: String, inProvisioned isProvisioned: Bool) throws(ServiceError) {
        if isProvisioned { try onDemand?.refuseInProvisioned() }
        if !isProvisioned, provisioned != nil { throw .unitsOfOnDemand(index: name) }
        if provisioned == nil, onDemand == nil, warm == nil { throw .noUnits(ofIndex: name) }
    }
}

extension TableDefinition {
    /// Switches the throughput of the table and of its global indexes to another billing mode.
    fileprivate mutating func switchThroughput(_ change: (inout ThroughputSettings) -> Void) {
        change(&throughput)
        for position in indexes.indices {
            if var settings = indexes[position].throughput {
                change(&settings)
                indexes[position].throughput = settings
            }
        }
    }

    /// Refuses more provisioned throughput for the table and its indexes together than the account may have.
    ///
    /// - Parameter others: what is provisioned for the other tables of the region.
    func requireThroughputWithinQuota(besides others: ThroughputUnits = .none) throws(ServiceError) {
        var sum = provisionedUnits
        sum += others
        try ThroughputOwner(index: nil, region: region).require(sum, within: .account)
    }
}

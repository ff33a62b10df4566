// What a request of UpdateTable is about, and which of it goes together.

import ApusModel
import ApusWire

/// The parts of a table that a request is about.
struct TableUpdateParts: OptionSet {
    let rawValue: Int

    static let provisioned = TableUpdateParts(rawValue: 1 << 0)
    static let onDemandMaximum = TableUpdateParts(rawValue: 1 << 1)
    static let warm = TableUpdateParts(rawValue: 1 << 2)
    /// That the table is to be provisioned.
    static let provisionedBilling = TableUpdateParts(rawValue: 1 << 3)
    /// That the table is to be on-demand. Only the table can tell whether that changes anything.
    static let onDemandBilling = TableUpdateParts(rawValue: 1 << 4)
    static let indexThroughput = TableUpdateParts(rawValue: 1 << 5)
    static let indexWarm = TableUpdateParts(rawValue: 1 << 6)
    /// Which indexes there are.
    static let indexes = TableUpdateParts(rawValue: 1 << 7)
    static let stream = TableUpdateParts(rawValue: 1 << 8)
    static let encryption = TableUpdateParts(rawValue: 1 << 9)
    static let tableClass = TableUpdateParts(rawValue: 1 << 10)
    static let deletionProtection = TableUpdateParts(rawValue: 1 << 11)

    init(rawValue: Int) {
        self.rawValue = rawValue
    }

    init(_ request: UpdateTableRequest) {
        self = []
        if request.provisionedThroughput != nil { insert(.provisioned) }
        if request.onDemandThroughput != nil { insert(.onDemandMaximum) }
        if request.warmThroughput != nil { insert(.warm) }
        if let mode = request.billingMode?.value {
            insert(mode == .provisioned ? .provisionedBilling : .onDemandBilling)
        }
        if request.streamSpecification != nil { insert(.stream) }
        if request.sseSpecification != nil { insert(.encryption) }
        if request.tableClass != nil { insert(.tableClass) }
        if request.deletionProtectionEnabled != nil { insert(.deletionProtection) }
        for update in request.globalSecondaryIndexUpdates ?? [] {
            if update.create != nil || update.delete != nil { insert(.indexes) }
            if update.update?.warmThroughput != nil { insert(.indexWarm) }
            if update.update?.isWarmOnly == false { insert(.indexThroughput) }
        }
    }

    /// Refuses what asks for nothing, or for things that do not go together.
    func requireOneChange() throws(ServiceError) {
        guard !isEmpty else { throw .noTableUpdate }
        for (part, name) in Self.exclusive where contains(part) && self != part {
            throw .invalidParameter("\(name) modification must be the only operation in the request")
        }
        let warmOnly: TableUpdateParts = [.warm, .indexWarm]
        guard isDisjoint(with: warmOnly) || isSubset(of: warmOnly) else {
            throw .invalidParameter("WarmThroughput must be the only operation in the request")
        }
        guard !contains(.onDemandMaximum) || isSubset(of: [.onDemandMaximum, .provisionedBilling, .onDemandBilling])
        else {
            throw .invalidParameter(
                "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request"
            )
        }
        let throughput: TableUpdateParts = [.provisioned, .provisionedBilling, .indexThroughput]
        if contains(.indexes), !isDisjoint(with: throughput) { throw .indexWithThroughput }
        if contains(.stream), !isDisjoint(with: throughput) { throw .streamWithThroughput }
        if isSuperset(of: [.indexes, .stream]) {
            throw .invalidParameter("You cannot create or delete index while changing stream status")
        }
    }

    /// What goes with nothing else, and what messages call it.
    private static let exclusive: [(part: TableUpdateParts, name: String)] = [
        (.encryption, "Server-Side Encryption"), (.tableClass, "TableClass"),
        (.deletionProtection, "DeletionProtection"),
    ]
}

extension UpdateGlobalSecondaryIndexAction {
    fileprivate var isWarmOnly: Bool {
        warmThroughput != nil && provisionedThroughput == nil && onDemandThroughput == nil
    }
}

extension ServiceError {
    fileprivate static let noTableUpdate = ServiceError.validation(
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, "
            + "SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, "
            + "MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass "
            + "is required"
    )

    static let indexWithThroughput = ServiceError.invalidParameter(
        "You cannot create or delete index while updating table IOPS"
    )

    static let streamWithThroughput = ServiceError.invalidParameter(
        "You cannot modify stream status while updating table IOPS"
    )
}

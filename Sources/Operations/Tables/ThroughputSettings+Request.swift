// The throughput that a request asks for, checked against what the service allows.

import ApusModel
import ApusWire

extension ThroughputSettings {
    /// The throughput of a new table or index.
    ///
    /// - Parameter provisioned: nil for on-demand.
    init(
        provisioned: ThroughputUnits?,
        onDemand: OnDemandThroughput?,
        warm: WarmThroughput?,
        of owner: ThroughputOwner
    ) throws(ServiceError) {
        self.init(provisioned: provisioned)
        if let onDemand {
            if provisioned != nil { try onDemand.refuseInProvisioned() }
            try onDemandMaximum.change(to: onDemand, of: owner, removing: false)
        }
        if let warm { self.warm = try self.warm.raised(to: warm, of: owner) }
    }
}

extension [ThroughputSettings] {
    /// Refuses more provisioned throughput for a table and its indexes together than the account may have.
    ///
    /// - Parameter others: what is provisioned for the other tables of the region.
    func requireWithinQuota(in region: String, besides others: ThroughputUnits = .none) throws(ServiceError) {
        let sum = compactMap(\.provisioned).reduce(into: others, +=)
        try ThroughputOwner(index: nil, region: region).require(sum, within: .account)
    }
}

extension ServiceError {
    static let unitsOfOnDemand = ServiceError.invalidParameter(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
    )

    static func unitsOfOnDemand(index name: String) -> ServiceError {
        .invalidParameter(
            "ProvisionedThroughput should not be specified for index: \(name) when BillingMode is PAY_PER_REQUEST"
        )
    }

    static func noUnits(ofIndex name: String) -> ServiceError {
        .invalidParameter("ProvisionedThroughput is not specified for index: \(name)")
    }
}

extension ThroughputUnits {
    /// The provisioned units that a request asks for.
    init(_ wanted: ProvisionedThroughput?, of owner: ThroughputOwner) throws(ServiceError) {
        guard let readUnits = wanted?.readCapacityUnits, let writeUnits = wanted?.writeCapacityUnits else {
            throw .invalidParameter(
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
            )
        }
        self.init(readUnits: readUnits, writeUnits: writeUnits)
        try owner.require(self, within: .table)
    }

    /// These warm units, raised as a request asks for; they never go down.
    func raised(to wanted: WarmThroughput, of owner: ThroughputOwner) throws(ServiceError) -> ThroughputUnits {
        let names = (read: "ReadUnitsPerSecond", write: "WriteUnitsPerSecond")
        let raised = ThroughputUnits(
            readUnits: wanted.readUnitsPerSecond ?? readUnits,
            writeUnits: wanted.writeUnitsPerSecond ?? writeUnits
        )
        if raised.readUnits < readUnits { throw .lowerWarmThroughput(names.read, of: owner) }
        if raised.writeUnits < writeUnits { throw .lowerWarmThroughput(names.write, of: owner) }
        try owner.require(raised, within: .table, as: names)
        return raised
    }
}

extension OnDemandMaximum {
    /// Takes over the bounds that a request sets; the others stay.
    ///
    /// - Parameter removing: whether -1 takes a bound away, or is out of range.
    mutating func change(
        to wanted: OnDemandThroughput,
        of owner: ThroughputOwner,
        removing: Bool
    ) throws(ServiceError) {
        for (name, units) in wanted.members where units < 1 && !(removing && units == -1) {
            throw .invalidParameter("Requested \(name) for OnDemandThroughput for \(owner) is outside of valid range")
        }
        if let units = wanted.maxReadRequestUnits { readUnits = units > 0 ? units : nil }
        if let units = wanted.maxWriteRequestUnits { writeUnits = units > 0 ? units : nil }
    }
}

extension OnDemandThroughput {
    /// The bounds that are there, by name.
    fileprivate var members: [(name: String, units: Int)] {
        [("MaxReadRequestUnits", maxReadRequestUnits), ("MaxWriteRequestUnits", maxWriteRequestUnits)]
            .compactMap { name, units in units.map { (name, $0) } }
    }

    /// Refuses any bound: a provisioned table has none.
    func refuseInProvisioned() throws(ServiceError) {
        guard let (name, _) = members.first else { return }
        throw .invalidParameter(
            "\(name) for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED."
        )
    }
}

extension ServiceError {
    fileprivate static func lowerWarmThroughput(_ name: String, of owner: ThroughputOwner) -> ServiceError {
        .invalidParameter(
            "Requested \(name) for WarmThroughput for \(owner) is lower than current WarmThroughput, "
                + "decreasing WarmThroughput is not supported"
        )
    }
}

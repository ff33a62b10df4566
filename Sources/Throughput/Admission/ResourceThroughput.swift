// The throughput of one table or of one global secondary index: what it may use, and what it has used.

import ApusModel

/// Decides for one table or one global secondary index what it has room for.
///
/// A lane, of reads or of writes, has room while each of its buckets has anything left: what is admitted is taken
/// whole, so a bucket may go below zero once, and has to make up for that before anything else is admitted.
struct ResourceThroughput: Sendable {
    /// What there is for reads, or for writes.
    struct Lane: Sendable {
        /// Of provisioned throughput with its burst, or of what an on-demand table may use now.
        var bucket: TokenBucket
        /// Of the maximum that an on-demand table or index was given.
        var maximum: TokenBucket?
        /// Of the quota of an on-demand table.
        var quota: TokenBucket?
        var peak = OnDemandPeak()
        /// In thousandths of a unit.
        var consumed = 0
        var admittedCount = 0
        var throttledCounts: [ThrottlingReason.Cause: Int] = [:]
    }

    private(set) var settings: ThroughputSettings
    private(set) var lanes: ByDirection<Lane>
    private(set) var partitions: PartitionMap
    /// What the settings will be, and when.
    private var coming: (settings: ThroughputSettings, time: Timestamp)?
    private let rules: ThroughputRules

    /// - Parameter sizeBytes: the size of what is there already.
    init(_ settings: ThroughputSettings, sizeBytes: Int, rules: ThroughputRules, at now: Timestamp) {
        self.settings = settings
        self.rules = rules
        lanes = ByDirection(
            read: Self.lane(.read, of: settings, rules, at: now),
            write: Self.lane(.write, of: settings, rules, at: now)
        )
        partitions = PartitionMap(rules: rules, at: now)
        partitions.grow(to: PartitionMap.count(for: settings.warm, sizeBytes: sizeBytes, rules: rules), at: now)
    }

    var isOnDemand: Bool { settings.provisioned == nil }

    /// Takes over other settings, at once or later.
    mutating func change(to settings: ThroughputSettings, at time: Timestamp, sizeBytes: Int, now: Timestamp) {
        adopt(at: now)
        guard settings != (coming?.settings ?? self.settings) else { return }
        coming = (settings, max(time, now))
        adopt(at: now)
        partitions.grow(to: PartitionMap.count(for: self.settings.warm, sizeBytes: sizeBytes, rules: rules), at: now)
    }

    /// Why there is no room for anything at a place; nil where there is.
    mutating func obstacle(
        to direction: ThrottlingReason.Direction,
        at place: KeyPlace,
        _ now: Timestamp
    ) -> ThrottlingReason.Cause? {
        adopt(at: now)
        if let cause = obstacle(to: direction, now) { return cause }
        let position = partitions.position(of: place)
        return partitions.partitions[position].lanes[direction].bucket.level(at: now) > 0 ? nil : .keyRange
    }

    /// Why there is no room for anything anywhere; nil where there may be.
    private mutating func obstacle(
        to direction: ThrottlingReason.Direction,
        _ now: Timestamp
    ) -> ThrottlingReason.Cause? {
        if isOnDemand { growOnDemand(direction, now) }
        let lane = lanes[direction]
        if let maximum = lane.maximum, maximum.level(at: now) <= 0 { return .onDemandMaximum }
        if let quota = lane.quota, quota.level(at: now) <= 0 { return .accountLimit }
        if lane.bucket.level(at: now) <= 0 { return isOnDemand ? .keyRange : .provisioned }
        return nil
    }

    /// Counts a refusal. A partition that has been too hot for long is split.
    mutating func noteRefusal(
        _ cause: ThrottlingReason.Cause,
        of direction: ThrottlingReason.Direction,
        at place: KeyPlace,
        _ now: Timestamp
    ) {
        lanes[direction].throttledCounts[cause, default: 0] += 1
        guard cause == .keyRange else { return }
        let position = partitions.position(of: place)
        guard partitions.partitions[position].lanes[direction].bucket.level(at: now) <= 0 else { return }
        partitions.noteRefusal(at: position, direction, now)
    }

    /// Takes what something uses, in thousandths of a unit, whether or not there is room.
    mutating func take(
        _ amount: Int,
        _ direction: ThrottlingReason.Direction,
        at place: KeyPlace,
        _ now: Timestamp
    ) {
        adopt(at: now)
        lanes[direction].take(amount, isOnDemand: isOnDemand, now)
        partitions.take(amount, direction, at: place, now)
    }

    mutating func countAdmitted(_ direction: ThrottlingReason.Direction) {
        lanes[direction].admittedCount += 1
    }

    /// How much may be used at once before something is in the way, in thousandths of a unit, partitions left aside.
    mutating func room(for direction: ThrottlingReason.Direction, _ now: Timestamp) -> Int {
        adopt(at: now)
        if isOnDemand { growOnDemand(direction, now) }
        return lanes[direction].level(at: now)
    }

    // MARK: Settings

    private mutating func adopt(at now: Timestamp) {
        guard let coming, coming.time <= now else { return }
        // The buckets fill by the new settings from their time on, however late that is noticed.
        let time = coming.time
        let wasOnDemand = isOnDemand
        settings = coming.settings
        self.coming = nil
        for direction in ThrottlingReason.Direction.allCases {
            var lane = Self.lane(direction, of: settings, rules, at: time)
            let old = lanes[direction]
            (lane.peak, lane.consumed) = (old.peak, old.consumed)
            (lane.admittedCount, lane.throttledCounts) = (old.admittedCount, old.throttledCounts)
            let rate = isOnDemand ? max(lane.bucket.rate, lane.peak.servedUnits) : lane.bucket.rate
            if wasOnDemand == isOnDemand { lane.bucket = old.bucket }
            lane.bucket.change(rate: rate, seconds: isOnDemand ? rules.shortBurstSeconds : rules.burstSeconds, at: time)
            if let maximum = lane.maximum, let old = old.maximum, old.rate == maximum.rate { lane.maximum = old }
            if lane.quota != nil { lane.quota = old.quota ?? lane.quota }
            lanes[direction] = lane
        }
        partitions.grow(to: PartitionMap.count(for: settings.warm, sizeBytes: 0, rules: rules), at: now)
    }

    private static func lane(
        _ direction: ThrottlingReason.Direction,
        of settings: ThroughputSettings,
        _ rules: ThroughputRules,
        at now: Timestamp
    ) -> Lane {
        func bursting(_ rate: Int) -> TokenBucket {
            TokenBucket(rate: rate, seconds: rules.burstSeconds, filledSeconds: rules.initialBurstSeconds, at: now)
        }
        if let provisioned = settings.provisioned { return Lane(bucket: bursting(provisioned[direction])) }
        return Lane(
            bucket: TokenBucket(rate: settings.warm[direction], seconds: rules.shortBurstSeconds, at: now),
            maximum: settings.onDemandMaximum[direction].map(bursting),
            quota: TokenBucket(rate: rules.tableUnits[direction], seconds: rules.shortBurstSeconds, at: now)
        )
    }

    /// Lets an on-demand table use twice its previous peak.
    private mutating func growOnDemand(_ direction: ThrottlingReason.Direction, _ now: Timestamp) {
        guard let time = lanes[direction].peak.establish(after: rules.peakSeconds, at: now) else { return }
        let units = lanes[direction].peak.servedUnits
        guard units > lanes[direction].bucket.rate else { return }
        // However late it is noticed, the bucket has filled faster since then.
        lanes[direction].bucket.change(rate: units, seconds: rules.shortBurstSeconds, at: time)
        var wanted = ThroughputUnits(readUnits: 0, writeUnits: 0)
        wanted[direction] = units
        partitions.grow(to: PartitionMap.count(for: wanted, sizeBytes: 0, rules: rules), at: now)
    }
}

extension ResourceThroughput.Lane {
    /// What is left of the bucket that has least.
    func level(at now: Timestamp) -> Int {
        let others = [maximum, quota].compactMap { $0?.level(at: now) }
        return others.reduce(bucket.level(at: now), min)
    }

    fileprivate mutating func take(_ amount: Int, isOnDemand: Bool, _ now: Timestamp) {
        bucket.take(amount, at: now)
        consumed += amount
        guard isOnDemand else { return }
        maximum?.take(amount, at: now)
        quota?.take(amount, at: now)
        peak.note(amount, at: now)
    }
}

extension ThroughputUnits {
    subscript(direction: ThrottlingReason.Direction) -> Int {
        get { direction == .read ? readUnits : writeUnits }
        set {
            switch direction {
            case .read: readUnits = newValue
            case .write: writeUnits = newValue
            }
        }
    }
}

extension OnDemandMaximum {
    fileprivate subscript(direction: ThrottlingReason.Direction) -> Int? {
        direction == .read ? readUnits : writeUnits
    }
}

extension ThroughputRules {
    fileprivate var tableUnits: ThroughputUnits {
        ThroughputUnits(readUnits: tableReadUnits, writeUnits: tableWriteUnits)
    }
}

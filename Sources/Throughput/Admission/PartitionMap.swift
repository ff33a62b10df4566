// The partitions of a table or an index, and how they come to be more.

import ApusModel

/// All partitions, in the order of their keys. They only ever become more.
struct PartitionMap: Sendable {
    /// A heat this large, as a part of that of the whole partition, makes a key worth a partition of its own.
    private static let isolatedPart = 0.5
    /// How many partitions a table or an index has at most.
    static let limit = 1_024

    private(set) var partitions: [Partition]
    private var nextID = 1
    private let rules: ThroughputRules

    /// One partition for all keys.
    init(rules: ThroughputRules, at now: Timestamp) {
        self.rules = rules
        partitions = [Partition(id: 0, lowerBound: [], rules: rules, at: now)]
    }

    /// The position of the partition that a place belongs to.
    func position(of place: KeyPlace) -> Int {
        var (low, high) = (0, partitions.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if place.isBefore(partitions[middle].lowerBound) { high = middle } else { low = middle }
        }
        return low
    }

    /// The partitions from that of one place on to that of another, or to the last.
    func between(_ least: KeyPlace, _ greatest: KeyPlace?) -> ArraySlice<Partition> {
        let first = position(of: least)
        let last = greatest.map { max(first, position(of: $0)) } ?? partitions.count - 1
        return partitions[first...last]
    }

    mutating func take(
        _ amount: Int,
        _ direction: ThrottlingReason.Direction,
        at place: KeyPlace,
        _ now: Timestamp
    ) {
        partitions[position(of: place)].take(amount, direction, at: place, now)
    }

    /// Notes that a partition refuses something, and splits it once it has been too hot for long.
    mutating func noteRefusal(at position: Int, _ direction: ThrottlingReason.Direction, _ now: Timestamp) {
        guard partitions[position].noteRefusal(direction, after: rules.splitSeconds, at: now) else { return }
        partitions[position].lanes[direction].refusals = nil
        split(at: position, direction, now)
    }

    /// How many partitions this throughput and these bytes of items need.
    static func count(for units: ThroughputUnits, sizeBytes: Int, rules: ThroughputRules) -> Int {
        func parts(_ amount: Int, of one: Int) -> Int { (amount + one - 1) / one }
        let count = max(
            parts(units.readUnits, of: rules.partitionReadUnits),
            parts(units.writeUnits, of: rules.partitionWriteUnits),
            parts(sizeBytes, of: rules.partitionBytes)
        )
        return min(max(1, count), limit)
    }

    /// Divides partitions until there are so many, the widest first.
    mutating func grow(to count: Int, at now: Timestamp) {
        while partitions.count < min(count, Self.limit), divideWidest(at: now) {}
    }

    // MARK: Splitting

    /// Cuts the widest partition in the middle of its hashes. False where none can be cut.
    private mutating func divideWidest(at now: Timestamp) -> Bool {
        let starts = partitions.map { Self.hash($0.lowerBound) } + [1 << 32]
        let widest = partitions.indices.max { starts[$0 + 1] - starts[$0] < starts[$1 + 1] - starts[$1] }!
        let middle = (starts[widest] + starts[widest + 1]) / 2
        guard middle > starts[widest] else { return false }
        cut(widest, at: withUnsafeBytes(of: UInt32(middle).bigEndian) { Array($0) }, now)
        return true
    }

    /// The hash that a key begins with.
    private static func hash(_ key: [UInt8]) -> UInt64 {
        (0..<4).reduce(0) { $0 << 8 | UInt64($1 < key.count ? key[$1] : 0) }
    }

    /// Splits a hot partition: a key that has most of its heat gets one of its own, else the heat is halved.
    private mutating func split(at position: Int, _ direction: ThrottlingReason.Direction, _ now: Timestamp) {
        let heat = partitions[position].lanes[direction].heat
        let keys = heat.entries.map { (key: $0.place.key, amount: $0.amount) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        guard let hottest = keys.max(by: { $0.amount < $1.amount }) else { return }
        if Double(hottest.amount) >= Self.isolatedPart * Double(heat.totalAmount) {
            isolate(hottest.key, in: position, now)
        } else {
            var below = 0
            let half = keys.reduce(0) { $0 + $1.amount } / 2
            let middle = keys.first { key in
                defer { below += key.amount }
                return below >= half
            }
            cut(position, at: (middle ?? keys[keys.count - 1]).key, now)
        }
    }

    /// Gives one key, with all keys that begin with it, a partition of its own.
    private mutating func isolate(_ key: [UInt8], in position: Int, _ now: Timestamp) {
        if let end = key.afterAllBeginningWithIt { cut(position, at: end, now) }
        cut(position, at: key, now)
    }

    /// Cuts a partition in two at a key that lies in it; does nothing where that would leave one of them empty.
    private mutating func cut(_ position: Int, at bound: [UInt8], _ now: Timestamp) {
        let old = partitions[position]
        let end = position + 1 < partitions.count ? partitions[position + 1].lowerBound : nil
        guard partitions.count < Self.limit, old.lowerBound.lexicographicallyPrecedes(bound),
            end.map({ bound.lexicographicallyPrecedes($0) }) ?? true
        else { return }
        var lower = old
        var upper = Partition(id: nextID, lowerBound: bound, rules: rules, at: now)
        nextID += 1
        (lower.lanes.read.heat, upper.lanes.read.heat) = old.lanes.read.heat.divided(at: bound)
        (lower.lanes.write.heat, upper.lanes.write.heat) = old.lanes.write.heat.divided(at: bound)
        partitions[position] = lower
        partitions.insert(upper, at: position + 1)
    }
}

extension [UInt8] {
    /// The least key that is greater than all that begin with this one; nil where there is none.
    fileprivate var afterAllBeginningWithIt: [UInt8]? {
        guard let last = lastIndex(where: { $0 < 0xFF }) else { return nil }
        return self[..<last] + [self[last] + 1]
    }
}

// The plain model that throughput is held against.

import ApusModel

@testable import ApusThroughput

/// A bucket that is filled millisecond by millisecond.
struct PlainBucket {
    /// In thousandths of a unit: what comes in each millisecond, and the most there is.
    let inflow: Int
    let bound: Int
    private(set) var level: Int
    /// All that ever came in, or was there at first, and what was taken of it while something was left.
    private(set) var offered: Int
    private(set) var admitted = 0

    init(unitsPerSecond: Int, seconds: Int) {
        inflow = unitsPerSecond
        bound = unitsPerSecond * seconds * 1_000
        level = bound
        offered = bound
    }

    mutating func wait(milliseconds: Int) {
        for _ in 0..<milliseconds { level = min(bound, level + inflow) }
        offered += inflow * milliseconds
    }

    mutating func take(_ amount: Int, isAdmitted: Bool) {
        level -= amount
        if isAdmitted { admitted += amount }
    }
}

/// The writes of a table of four partitions and of an index of two, each with buckets that are lists.
struct PlainThroughput {
    static let burstSeconds = 5
    static let partitionUnits = 10

    /// By resource: first the bucket of all of it, then those of its partitions.
    private(set) var buckets: [TableThroughput.Resource: [PlainBucket]]

    init() {
        func member(_ count: Int) -> [PlainBucket] {
            let all = PlainBucket(unitsPerSecond: count * Self.partitionUnits, seconds: Self.burstSeconds)
            return [all] + (0..<count).map { _ in PlainBucket(unitsPerSecond: Self.partitionUnits, seconds: 1) }
        }
        buckets = [.table: member(4), .index(1): member(2)]
    }

    mutating func wait(milliseconds: Int) {
        for resource in buckets.keys {
            for position in buckets[resource]!.indices {
                buckets[resource]![position].wait(milliseconds: milliseconds)
            }
        }
    }

    func hasRoom(for charges: [PlainCharge]) -> Bool {
        charges.allSatisfy { charge in positions(of: charge).allSatisfy { buckets[charge.resource]![$0].level > 0 } }
    }

    mutating func take(_ charges: [PlainCharge], isAdmitted: Bool) {
        for charge in charges {
            for position in positions(of: charge) {
                buckets[charge.resource]![position].take(charge.amount, isAdmitted: isAdmitted)
            }
        }
    }

    /// All of the resource, and the partition of the key: the hashes are divided evenly.
    private func positions(of charge: PlainCharge) -> [Int] {
        let count = buckets[charge.resource]!.count - 1
        return [0, 1 + Int((UInt64(charge.hash) * UInt64(count)) >> 32)]
    }
}

/// Thousandths of a unit at a key that is a hash.
struct PlainCharge {
    let resource: TableThroughput.Resource
    let hash: UInt32
    let amount: Int

    var charge: TableThroughput.Charge {
        TableThroughput.Charge(Double(amount) / 1_000, of: resource, at: .at(hash))
    }
}

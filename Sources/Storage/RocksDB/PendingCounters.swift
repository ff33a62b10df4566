// What a group of transactions has added to counters, before it is written.

/// Adds up amounts, so that a counter costs one write for each group. The amounts of a body join those of
/// its group only when the body succeeds.
struct PendingCounters {
    /// What a body did to one counter.
    private struct Change {
        /// The body has written the key itself, so earlier amounts are in that value or of no account.
        var isReset = false
        /// What it has added since; nil if nothing.
        var amount: Int64?
    }

    private var groupAmounts: [[UInt8]: Int64] = [:]
    private var bodyChanges: [[UInt8]: Change] = [:]

    var isEmpty: Bool { groupAmounts.isEmpty && bodyChanges.isEmpty }

    /// The pending counters, each once.
    var keys: Set<[UInt8]> { Set(groupAmounts.keys).union(bodyChanges.keys) }

    /// What is to be added to the stored value of a key; nil if nothing is pending.
    func amount(for key: [UInt8]) -> Int64? {
        guard !isEmpty else { return nil }
        guard let change = bodyChanges[key] else { return groupAmounts[key] }
        return change.isReset ? change.amount : (change.amount ?? 0) &+ (groupAmounts[key] ?? 0)
    }

    mutating func add(_ amount: Int64, to key: [UInt8]) {
        var change = bodyChanges[key] ?? Change()
        change.amount = (change.amount ?? 0) &+ amount
        bodyChanges[key] = change
    }

    /// The body has put or deleted this key.
    mutating func reset(_ key: [UInt8]) {
        guard !isEmpty, bodyChanges[key] != nil || groupAmounts[key] != nil else { return }
        bodyChanges[key] = Change(isReset: true)
    }

    mutating func keepBody() {
        guard !bodyChanges.isEmpty else { return }
        for key in bodyChanges.keys { groupAmounts[key] = amount(for: key) }
        bodyChanges.removeAll(keepingCapacity: true)
    }

    mutating func dropBody() {
        bodyChanges.removeAll(keepingCapacity: true)
    }

    /// The amounts of the group, which are then no longer pending.
    mutating func takeGroup() -> [[UInt8]: Int64] {
        defer { groupAmounts.removeAll(keepingCapacity: true) }
        return groupAmounts
    }
}

// How far a page may go before its table has no throughput left for it.

import ApusModel

/// What a page may read at once, and what it has read of each partition.
///
/// A page goes on while there is anything left for it; where nothing is left it ends early, after at least one item.
package struct PageAllowance {
    private struct Part {
        let lowerBound: [UInt8]
        let room: Int
    }

    /// Items read one after another from the same partition.
    private struct Run {
        let part: Int
        let key: [UInt8]
        var bytes = 0
    }

    /// In thousandths of a unit.
    private let room: Int
    /// The partitions that the page may come by, in the order of their keys.
    private let parts: [Part]
    private let form: KeyForm
    private var runs: [Run] = []

    fileprivate init(room: Int, parts: ArraySlice<Partition>, form: KeyForm, at now: Timestamp) {
        self.room = room
        self.parts = parts.map { Part(lowerBound: $0.lowerBound, room: $0.lanes.read.bucket.level(at: now)) }
        self.form = form
    }

    /// Without any bound.
    fileprivate init(form: KeyForm) {
        room = .max
        parts = []
        self.form = form
    }

    /// Whether the page may come to a partition that has nothing left: it has to look before each item then.
    package var hasDryParts: Bool { parts.contains { $0.room <= 0 } }

    /// Whether an item may be read, by its stored key: the first one of a page may, any other not if its partition has
    /// nothing left.
    package func allows(_ key: UnsafeRawBufferPointer) -> Bool {
        guard let last = runs.last else { return true }
        let part = part(of: key, from: last.part)
        return part == last.part || parts[part].room > 0
    }

    /// Notes an item or entry that has been read, by its stored key.
    package mutating func note(_ key: UnsafeRawBufferPointer, bytes: Int) {
        let part = part(of: key, from: runs.last?.part)
        if runs.last?.part != part { runs.append(Run(part: part, key: Array(key))) }
        runs[runs.count - 1].bytes += bytes
    }

    /// The partition that a key is in. Items come in the order of their keys or against it, so it is that of the item
    /// before or one near it.
    private func part(of key: UnsafeRawBufferPointer, from last: Int?) -> Int {
        guard parts.count > 1 else { return 0 }
        let key = UnsafeRawBufferPointer(rebasing: key.dropFirst(form.prefixLength))
        var part = last ?? parts.lastIndex { !$0.lowerBound.comes(after: key) } ?? 0
        while part + 1 < parts.count, !parts[part + 1].lowerBound.comes(after: key) { part += 1 }
        while part > 0, parts[part].lowerBound.comes(after: key) { part -= 1 }
        return part
    }

    /// Whether nothing is left once so many units have been used on what was read so far.
    package func isUsedUp(by units: Double, isConsistent: Bool) -> Bool {
        if Int(units * Double(TokenBucket.thousandths)) >= room { return true }
        guard let run = runs.last, run.part < parts.count else { return false }
        let units = CapacityUnits.reading(bytes: run.bytes, isConsistent: isConsistent)
        return Int(units * Double(TokenBucket.thousandths)) >= parts[run.part].room
    }

    /// The charges of a page that has used so many units: each partition's part of what was read.
    package func charges(
        _ units: Double,
        of resource: TableThroughput.Resource,
        startingAt start: KeyPlace
    ) -> [TableThroughput.Charge] {
        let bytes = runs.reduce(0) { $0 + $1.bytes }
        guard runs.count > 1, bytes > 0 else {
            let place = runs.first.map { KeyPlace($0.key, form) } ?? start
            return [TableThroughput.Charge(units, of: resource, at: place)]
        }
        return runs.map { run in
            let part = units * Double(run.bytes) / Double(bytes)
            return TableThroughput.Charge(part, of: resource, at: KeyPlace(run.key, form))
        }
    }
}

extension TableThroughput {
    /// What a page of a table or an index may read at once.
    ///
    /// - Parameters:
    ///   - start: where the page begins.
    ///   - places: the least and the greatest place that it may come by.
    /// - Throws: the throttling error of the billing mode, where that is nothing.
    package func pageAllowance(
        of resource: Resource,
        startingAt start: KeyPlace,
        within places: (least: KeyPlace, greatest: KeyPlace?),
        form: KeyForm,
        _ now: Timestamp
    ) throws(ServiceError) -> PageAllowance {
        let result = state.withLock { state -> Result<PageAllowance, ServiceError> in
            guard state.isEnforced else { return .success(PageAllowance(form: form)) }
            if let refusal = state.refusal(of: .read, of: resource, at: start, now) { return .failure(refusal) }
            let allowance = state.with(resource) { member in
                let room = member.throughput.room(for: .read, now)
                let parts = member.throughput.partitions.between(places.least, places.greatest)
                return PageAllowance(room: room, parts: parts, form: form, at: now)
            }
            return .success(allowance ?? PageAllowance(form: form))
        }
        return try result.get()
    }

    /// Takes what a page has used. It was allowed to go on to other partitions, so only the first may refuse it now.
    ///
    /// - Throws: the throttling error, where others have used up meanwhile what there was.
    package func admitPage(_ charges: [Charge], _ now: Timestamp) throws(ServiceError) {
        guard let first = charges.first else { return }
        let refusal = state.withLock { state -> ServiceError? in
            let refusal = state.refusal(of: .read, of: first.resource, at: first.place, now)
            if refusal == nil { state.take(charges, .read, now) }
            return refusal
        }
        if let refusal { throw refusal }
    }
}

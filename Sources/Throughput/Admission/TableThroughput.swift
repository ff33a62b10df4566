// The throughput of a table and its global secondary indexes: the one place that admits reads and writes of items.

import ApusModel
import Synchronization

/// Admits what a table and its indexes have room for, and refuses the rest in the service's words.
///
/// The figures of all decisions are kept, whether or not they are enforced. All versions of a table share one of these,
/// and it may be used from any thread.
package final class TableThroughput: Sendable {
    /// What a request draws on: the table, also for its local indexes; or a global index, by its id.
    package enum Resource: Hashable, Sendable {
        case table
        case index(UInt8)
    }

    /// Units taken of a table or an index at one place.
    package struct Charge: Sendable {
        package let resource: Resource
        package let place: KeyPlace
        /// In thousandths of a unit.
        let amount: Int

        package init(_ units: Double, of resource: Resource, at place: KeyPlace) {
            self.resource = resource
            self.place = place
            amount = Int((units * Double(TokenBucket.thousandths)).rounded())
        }
    }

    /// A table or an index with its names.
    struct Member: Sendable {
        /// The name of an index; nil for the table.
        let indexName: String?
        let arn: String
        var throughput: ResourceThroughput
    }

    struct State: Sendable {
        var table: Member?
        var indexes: [UInt8: Member] = [:]
        var isEnforced: Bool
    }

    let rules: ThroughputRules
    let state: Mutex<State>

    package init(rules: ThroughputRules = ThroughputRules()) {
        self.rules = rules
        state = Mutex(State(isEnforced: rules.isEnforced))
    }

    /// Takes over the settings of a table as they are now, or as they come to be once the table is no longer UPDATING.
    ///
    /// - Parameters:
    ///   - arn: that of the table.
    ///   - sizeBytes: the size of the table, and of each of its indexes by id.
    package func follow(
        _ definition: TableDefinition,
        arn: String,
        sizeBytes: (Resource) -> Int,
        at now: Timestamp
    ) {
        state.withLock { state in
            state.isEnforced = definition.throughputOverride ?? rules.isEnforced
            let time = definition.updatedTime ?? now
            state.table = member(
                state.table,
                following: definition.throughput,
                from: time,
                names: (nil, arn),
                sizeBytes: sizeBytes(.table),
                now
            )
            let old = state.indexes
            state.indexes = [:]
            for index in definition.indexes where index.phase != .deleting {
                guard let settings = index.throughput else { continue }
                state.indexes[index.id] = member(
                    old[index.id].flatMap { $0.indexName == index.name ? $0 : nil },
                    following: settings,
                    from: index.updatedTime ?? now,
                    names: (index.name, "\(arn)/index/\(index.name)"),
                    sizeBytes: sizeBytes(.index(index.id)),
                    now
                )
            }
        }
    }

    private func member(
        _ old: Member?,
        following settings: ThroughputSettings,
        from time: Timestamp,
        names: (index: String?, arn: String),
        sizeBytes: Int,
        _ now: Timestamp
    ) -> Member {
        guard var member = old else {
            let throughput = ResourceThroughput(settings, sizeBytes: sizeBytes, rules: rules, at: now)
            return Member(indexName: names.index, arn: names.arn, throughput: throughput)
        }
        member.throughput.change(to: settings, at: time, sizeBytes: sizeBytes, now: now)
        return member
    }

    // MARK: Admission

    /// Refuses where there is no room for anything, without taking any.
    ///
    /// - Throws: the throttling error of the billing mode.
    package func requireRoom(
        for direction: ThrottlingReason.Direction,
        of resource: Resource,
        at place: KeyPlace,
        _ now: Timestamp
    ) throws(ServiceError) {
        let refusal = state.withLock { $0.refusal(of: direction, of: resource, at: place, now) }
        if let refusal { throw refusal }
    }

    /// Takes units for something that is one: all charges or, where one of them finds no room, none.
    ///
    /// - Throws: the throttling error of the billing mode.
    package func admit(
        _ charges: [Charge],
        for direction: ThrottlingReason.Direction,
        _ now: Timestamp
    ) throws(ServiceError) {
        let refusal = state.withLock { state -> ServiceError? in
            for charge in charges {
                let refusal = state.refusal(of: direction, of: charge.resource, at: charge.place, now)
                if let refusal { return refusal }
            }
            state.take(charges, direction, now)
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Takes units for one thing of one table or index.
    ///
    /// - Throws: the throttling error of the billing mode.
    // Apart from the one for many: the hottest path does without an array.
    package func admit(
        _ charge: Charge,
        for direction: ThrottlingReason.Direction,
        _ now: Timestamp
    ) throws(ServiceError) {
        let refusal = state.withLock { state -> ServiceError? in
            let refusal = state.refusal(of: direction, of: charge.resource, at: charge.place, now)
            if refusal == nil { state.take(charge, direction, now) }
            return refusal
        }
        if let refusal { throw refusal }
    }

    /// Takes units for something that has been done, such as the test of a condition that was not met.
    package func charge(_ charge: Charge, for direction: ThrottlingReason.Direction, _ now: Timestamp) {
        state.withLock { $0.take(charge, direction, now) }
    }
}

extension TableThroughput.State {
    /// The refusal of anything at this place, counted; nil where there is room.
    mutating func refusal(
        of direction: ThrottlingReason.Direction,
        of resource: TableThroughput.Resource,
        at place: KeyPlace,
        _ now: Timestamp
    ) -> ServiceError? {
        guard isEnforced else { return nil }
        let cause = with(resource) { member in
            member.throughput.obstacle(to: direction, at: place, now)
        }
        guard let cause = cause ?? nil else { return nil }
        return refuse(cause, of: direction, of: resource, at: place, now)
    }

    /// Counts a refusal, and makes the error that tells it.
    mutating func refuse(
        _ cause: ThrottlingReason.Cause,
        of direction: ThrottlingReason.Direction,
        of resource: TableThroughput.Resource,
        at place: KeyPlace,
        _ now: Timestamp
    ) -> ServiceError? {
        with(resource) { member in
            member.throughput.noteRefusal(cause, of: direction, at: place, now)
            return .throttled(
                ThrottlingReason(direction, cause, ofIndex: member.indexName != nil),
                of: member.arn,
                isOnDemand: member.throughput.isOnDemand
            )
        }
    }

    mutating func take(_ charges: [TableThroughput.Charge], _ direction: ThrottlingReason.Direction, _ now: Timestamp) {
        for charge in charges { take(charge, direction, now) }
    }

    mutating func take(_ charge: TableThroughput.Charge, _ direction: ThrottlingReason.Direction, _ now: Timestamp) {
        with(charge.resource) { member in
            member.throughput.countAdmitted(direction)
            member.throughput.take(charge.amount, direction, at: charge.place, now)
        }
    }

    /// Nil where the index is gone.
    @discardableResult
    mutating func with<Answer>(
        _ resource: TableThroughput.Resource,
        _ body: (inout TableThroughput.Member) -> Answer
    ) -> Answer? {
        switch resource {
        case .table:
            guard table != nil else { return nil }
            return body(&table!)
        case .index(let id):
            guard let position = indexes.index(forKey: id) else { return nil }
            return body(&indexes.values[position])
        }
    }
}

extension TableDefinition {
    /// The tag by which a table goes its own way: `enforced` or `unlimited`, whatever the server does.
    package static let throughputTag = "apus:throughput"

    /// Whether this table's throughput is enforced; nil where the server decides.
    package var throughputOverride: Bool? {
        switch settings.tags.first(where: { $0.key == Self.throughputTag })?.value {
        case "enforced": true
        case "unlimited": false
        default: nil
        }
    }
}

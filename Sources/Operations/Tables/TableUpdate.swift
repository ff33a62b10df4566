// What UpdateTable is asked to change of a table, and whether the table allows it.

import ApusDatabase
import ApusModel

/// A change of a table that has been found sound in itself. Whether it suits a table shows when it is applied.
struct TableUpdate: Sendable {
    /// What a request may change; one of these at a time.
    enum Change: Sendable {
        case throughput(ThroughputUpdate)
        case newIndex(TableUpdateIndex)
        case deletedIndex(String)
        case stream(TableStream?)
        case encryption(TableEncryption?)
        case tableClass(TableClass)
        case deletionProtection(Bool)
    }

    let change: Change
    /// Whether the request says besides that the table is on-demand. That may be repeated, but not changed, together
    /// with something else.
    let saysOnDemand: Bool

    /// Whether the table is UPDATING for a while.
    var takesTime: Bool {
        if case .deletionProtection = change { false } else { true }
    }

    /// Changes a definition. One that is as it should be already stays as it is.
    ///
    /// - Throws: the refusal, where the table does not allow the change.
    func apply(to definition: inout TableDefinition, at moment: Moment) throws(ServiceError) {
        try definition.requireSteady(at: moment.now)
        if saysOnDemand, definition.throughput.provisioned != nil { try refuseSwitch() }
        let before = definition
        switch change {
        case .throughput(let update): try update.apply(to: &definition, at: moment)
        case .newIndex(let index): try definition.add(index, at: moment)
        case .deletedIndex(let name): try definition.deleteIndex(named: name, at: moment)
        case .stream(let stream): try definition.setStream(stream, at: moment.now)
        case .encryption(let encryption): definition.settings.encryption = encryption
        case .tableClass(let tableClass): definition.settings.setClass(tableClass, at: moment.now)
        case .deletionProtection(let isProtected): try definition.setDeletionProtection(isProtected, at: moment.now)
        }
        if takesTime, definition != before { definition.updatedTime = moment.ready }
    }

    private func refuseSwitch() throws(ServiceError) {
        switch change {
        case .newIndex, .deletedIndex: throw .indexWithThroughput
        case .stream: throw .streamWithThroughput
        case .throughput, .encryption, .tableClass, .deletionProtection: return
        }
    }
}

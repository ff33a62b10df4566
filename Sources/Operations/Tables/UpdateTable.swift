// UpdateTable: changes the throughput, the indexes or the settings of a table.

import ApusDatabase
import ApusModel
import ApusWire

enum UpdateTable: Operation {
    static let name = OperationName.updateTable
    static let changesTables = true

    static func run(
        _ request: UpdateTableRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TableResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let update = try TableUpdate(request) { specification throws(ServiceError) in
            try TableEncryption(specification, in: context)
        }
        guard let name = context.tableName(request.tableName) else { throw .tableNotFound }
        let before = context.database.catalog.table(named: name, in: context.region)?.table.definition
        context.database.alterTable(named: name, in: context.region, completingOn: context.executor) {
            [catalog = context.database.catalog] definition, moment in
            let before = definition.provisionedUnits
            try update.apply(to: &definition, at: moment)
            guard definition.provisionedUnits.exceed(before) else { return }
            let others = catalog.provisionedUnits(in: definition.region, but: definition.name)
            try definition.requireThroughputWithinQuota(besides: others)
        } completion: { result in
            answer(
                Result {
                    let table = try result.get()
                    // What takes time is told to take time, even where it is over at once.
                    let isUpdating = update.takesTime && table.definition != before
                    var description = TableDescription(of: table, as: isUpdating ? .updating : .active, in: context)
                    if isUpdating, let before { description.tellUpdating(from: before, to: table.definition) }
                    description.count(try context.database.statistics(of: table))
                    return TableResponse(description, under: .tableDescription)
                }
            )
        }
    }
}

extension TableDescription {
    /// Tells that the indexes whose settings have changed are UPDATING, and so is warm throughput that was raised.
    fileprivate mutating func tellUpdating(from before: TableDefinition, to after: TableDefinition) {
        if after.throughput.warm != before.throughput.warm { throughput.isWarming = true }
        globalIndexes = globalIndexes?.map { index in
            let old = before.indexes.first { $0.id == index.id }?.throughput
            let new = after.indexes.first { $0.id == index.id }?.throughput
            var described = index
            guard let old, let new, old != new else { return index }
            described.own?.status = .updating
            if old.warm != new.warm { described.own?.throughput.isWarming = true }
            return described
        }
    }
}

extension ThroughputUnits {
    /// Whether there are more units of one kind than of others.
    fileprivate func exceed(_ others: ThroughputUnits) -> Bool {
        readUnits > others.readUnits || writeUnits > others.writeUnits
    }
}

// What a Query or a Scan reads: a table, or one of its indexes.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusWire

/// A table or an index that may be read now, as a request asks for it.
struct PageSource {
    let table: Table
    /// Nil for the table itself.
    let index: Index?

    /// - Throws: a validation error for an index that is not there, not complete yet, or cannot be read consistently.
    init(_ options: PageOptions, in context: RequestContext) throws(ServiceError) {
        table = try context.activeTable(options.tableName)
        guard let name = options.indexName else {
            index = nil
            return
        }
        guard let index = table.indexes.first(where: { $0.name.hasSameBytes(as: name) }) else {
            throw .validation("The table does not have the specified index: \(name)")
        }
        if options.isConsistent, !index.isLocal {
            throw .validation("Consistent reads are not supported on global secondary indexes")
        }
        try Self.requireComplete(index, in: context)
        self.index = index
    }

    /// The key that the items are ordered by.
    var keySchema: KeySchema { index?.keySchema ?? table.keySchema }

    /// The attributes that LastEvaluatedKey and ExclusiveStartKey have.
    var positionAttributes: [KeyAttribute] { index?.positionAttributes ?? table.keySchema.attributes }
}

extension PageSource {
    /// Refuses paths into key attributes, in which nothing lies.
    func requireScalars(in paths: [AttributePath]) throws(ServiceError) {
        try table.keySchema.requireScalars(in: paths)
        try index?.keySchema.requireScalars(in: paths, asIndexKeys: true)
    }

    /// Refuses an index that does not hold all items yet.
    static func requireComplete(_ index: Index, in context: RequestContext) throws(ServiceError) {
        if case .creating = index.definition.state(at: context.database.clock.now) {
            throw .validation("Cannot read from backfilling global secondary index: \(index.name)")
        }
    }
}

extension PageExpressions {
    /// Checks the paths against the keys of what is read: nothing lies within a key attribute.
    func requireFitting(_ source: PageSource) throws(ServiceError) {
        try source.requireScalars(in: (filter?.paths ?? []) + (projection?.paths ?? []))
    }
}

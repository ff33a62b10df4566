// A SELECT, with what it reads and how.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusPartiQL
import ApusStorage
import ApusWire

/// A SELECT held against the table or the index that it reads.
struct StatementRead: Sendable {
    let source: PageSource
    let plan: SelectPlan
    let view: PageView

    /// - Throws: the refusal of a table or an index that is not there, or of a statement that does not fit it.
    init(_ select: SelectStatement, isConsistent: Bool, in context: RequestContext) throws(ServiceError) {
        source = try PageSource(select.source, isConsistent: isConsistent, in: context)
        try source.requireScalars(in: (select.condition?.paths ?? []) + (select.projection?.paths ?? []))
        plan = try SelectPlan(select, by: source.keySchema, ofIndex: source.index?.name)
        view = try PageView(select.projection, plan, of: source)
    }
}

extension PageSource {
    // The wording differs from that of Query and Scan.
    fileprivate init(
        _ source: StatementSource,
        isConsistent: Bool,
        in context: RequestContext
    ) throws(ServiceError) {
        table = try context.activeTable(source.tableName)
        guard let name = source.indexName else {
            index = nil
            return
        }
        guard let index = table.indexes.first(where: { $0.name.hasSameBytes(as: name) }) else {
            throw .validation("The table does not have the specified index")
        }
        if isConsistent, !index.isLocal {
            throw .validation("Strongly consistent read is not supported on Global Secondary Indexes")
        }
        try Self.requireComplete(index, in: context)
        self.index = index
    }
}

extension PageView {
    fileprivate init(_ projection: Projection?, _ plan: SelectPlan, of source: PageSource) throws(ServiceError) {
        filter = plan.filter.map { Condition($0) }
        self.projection = projection
        countsOnly = false
        fetchesItems = try source.index?.lacks(projection?.paths ?? []) ?? false
        // Whoever reads all of an index is not told: what an entry does not hold is missing.
        guard plan.isKeyed, let index = source.index else { return }
        let missing = index.missingNames(in: plan.filter?.paths ?? [])
        guard missing.isEmpty else {
            throw .invalidParameter(
                "Secondary index \(index.name) does not project one or more filter attributes: "
                    + "[\(missing.joined(separator: ", "))]"
            )
        }
    }

    /// The item of a row as JSON; nil where the filter does not let it pass.
    func rendered(_ row: RowReader) throws(StorageError) -> [UInt8]? {
        guard try shows(row) else { return nil }
        var writer = JSONWriter(reservingBytes: 2 * row.itemSize)
        try writer.item(row, projection: projection)
        return writer.bytes
    }
}

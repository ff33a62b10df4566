// What a page shows of the items that it walks through.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusWire

/// Which items a page shows, what of them, and whether an index holds enough for that.
struct PageView {
    let filter: Condition?
    /// Nil where all is shown that is read.
    let projection: Projection?
    /// Whether the items themselves must be read besides the entries of the index.
    let fetchesItems: Bool
    /// Whether only the number of items is wanted.
    let countsOnly: Bool

    /// - Throws: a validation error where a global index would have to be asked for more than it holds.
    init(_ options: PageOptions, _ expressions: PageExpressions, of source: PageSource) throws(ServiceError) {
        filter = expressions.filter
        countsOnly = options.countsOnly
        let wantsAll = options.select?.value == .allAttributes
        guard let index = source.index, try index.lacks(expressions, wantsAll: wantsAll) else {
            projection = expressions.projection
            fetchesItems = false
            return
        }
        fetchesItems = true
        // An item that is fetched for the filter alone is shown as its entry is.
        let showsEntry = expressions.projection == nil && !wantsAll
        projection = showsEntry ? index.heldNames.map { Projection(attributeNames: $0) } : expressions.projection
    }
}

extension PageView {
    /// Whether the filter lets an item pass.
    func shows(_ row: RowReader) throws(StorageError) -> Bool {
        guard let filter else { return true }
        var row = row
        return filter.isMet(by: try row.readItem())
    }
}

extension Index {
    /// Whether entries hold less than is asked for.
    fileprivate func lacks(_ expressions: PageExpressions, wantsAll: Bool) throws(ServiceError) -> Bool {
        if definition.projection == .all { return false }
        if wantsAll {
            guard isLocal else {
                throw .invalidParameter(
                    "Select type ALL_ATTRIBUTES is not supported for global secondary index \(name) "
                        + "because its projection type is not ALL"
                )
            }
            return true
        }
        return try lacks((expressions.projection?.paths ?? []) + (expressions.filter?.paths ?? []))
    }

    /// Whether entries hold less than these paths lead to.
    ///
    /// - Throws: a validation error where a global index does, for its items cannot be fetched.
    func lacks(_ paths: [AttributePath]) throws(ServiceError) -> Bool {
        let missing = missingNames(in: paths)
        guard !missing.isEmpty else { return false }
        guard isLocal else {
            throw .invalidParameter(
                "Global secondary index \(name) does not project [\(missing.joined(separator: ", "))]"
            )
        }
        return true
    }

    /// The attributes that paths lead into and entries do not hold, each once.
    func missingNames(in paths: [AttributePath]) -> [String] {
        paths.map(\.attributeName).reduce(into: []) { missing, name in
            if !holds(name), !missing.contains(where: { $0.hasSameBytes(as: name) }) { missing.append(name) }
        }
    }
}

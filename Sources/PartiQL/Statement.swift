// A statement of PartiQL, in the trees of the expression language.

import ApusExpressions
import ApusModel

/// What a statement asks for. Its parameters are replaced by their values.
package enum Statement: Sendable {
    case select(SelectStatement)
    case insert(InsertStatement)
    case update(UpdateStatement)
    case delete(DeleteStatement)
    /// A test that is part of a transaction: there is an item as the SELECT in it demands.
    case exists(SelectStatement)

    /// - Throws: a validation error for a text that is no statement, for another number of parameters than it has
    ///   question marks, or else for the first fault of meaning that any table would show.
    package init(parsing text: String, parameters: [AttributeValue] = []) throws(ServiceError) {
        guard Limits.statementBytes.contains(text.utf8.count) else {
            throw .malformedStatement("it has \(text.utf8.count) bytes")
        }
        var parser = Parser(text, parameters: parameters)
        self = try parser.parseStatement()
    }

    /// The table that the statement names, by its name or its ARN.
    package var tableName: String {
        switch self {
        case .select(let select), .exists(let select): select.source.tableName
        case .insert(let insert): insert.tableName
        case .update(let update): update.tableName
        case .delete(let delete): delete.tableName
        }
    }

    /// Whether the statement alters an item, or tests one for those that do.
    package var isWrite: Bool {
        if case .select = self { false } else { true }
    }
}

/// What a SELECT reads: a table, or one of its indexes.
package struct StatementSource: Equatable, Sendable {
    package let tableName: String
    /// Nil for the table itself.
    package let indexName: String?
}

/// A key attribute that a SELECT orders by, and in which direction.
package struct SortTerm: Equatable, Sendable {
    package let path: AttributePath
    package let isDescending: Bool
}

package struct SelectStatement: Sendable {
    package let source: StatementSource
    /// Nil for `*`.
    package let projection: Projection?
    package let condition: Predicate?
    package let order: [SortTerm]
}

package struct InsertStatement: Sendable {
    package let tableName: String
    package let item: Item
}

package struct UpdateStatement: Sendable {
    package let tableName: String
    package let update: Update
    package let condition: Predicate?
    package let returning: Returning?
}

package struct DeleteStatement: Sendable {
    package let tableName: String
    package let condition: Predicate?
    /// Whether the deleted item is told.
    package let returnsOld: Bool
}

/// What a write tells of its item, as the clause is written.
package enum Returning: String, Sendable {
    case allOld = "RETURNING ALL OLD *"
    case allNew = "RETURNING ALL NEW *"
    case modifiedOld = "RETURNING MODIFIED OLD *"
    case modifiedNew = "RETURNING MODIFIED NEW *"
}

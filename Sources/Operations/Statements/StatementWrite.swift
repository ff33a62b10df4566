// A statement that writes, as the change of an item.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusPartiQL
import ApusWire

/// The change that an INSERT, UPDATE or DELETE is, and what its answer tells.
struct StatementWrite: Sendable {
    let change: ItemChange
    /// What the answer tells of the item; nil for nothing.
    private let returning: Returning?
    /// The update that says which parts of the item count as modified.
    private let update: Update?
    let isInsert: Bool

    private init(_ change: ItemChange, returning: Returning? = nil, update: Update? = nil, isInsert: Bool = false) {
        self.change = change
        self.returning = returning
        self.update = update
        self.isInsert = isInsert
    }

    /// What the answer tells of the item; nil where nothing is asked for or there.
    func item(of outcome: ItemOutcome) -> Item? {
        let item: Item?
        switch returning {
        case nil: return nil
        case .allOld: item = outcome.old
        case .allNew: item = outcome.new
        case .modifiedOld: item = outcome.old.flatMap { update?.touched(in: $0) }
        case .modifiedNew: item = outcome.new.flatMap { update?.touched(in: $0) }
        }
        return item?.isEmpty == true ? nil : item
    }

    /// The refusal in the words of statements: all that an INSERT demands is that there be no such item.
    func refusal(_ error: any Error) -> any Error {
        guard isInsert, (error as? ServiceError)?.code == .conditionalCheckFailed else { return error }
        return ServiceError.duplicateItem
    }
}

// From statements to changes.
extension StatementWrite {
    /// - Throws: the refusal of a statement that does not write, or does not fit its table.
    init(
        _ statement: Statement,
        _ text: StatementText,
        origin: ChangeOrigin = .request,
        in context: RequestContext
    ) throws(ServiceError) {
        let tellsConflict = text.tellsConflict
        switch statement {
        case .insert(let insert): try self.init(insert, origin: origin, in: context)
        case .update(let update):
            try self.init(update, origin: origin, tellsConflict: tellsConflict, in: context)
        case .delete(let delete):
            try self.init(delete, origin: origin, tellsConflict: tellsConflict, in: context)
        case .exists(let select):
            guard origin == .transaction else { throw .existsOutsideTransaction }
            try self.init(exists: select, tellsConflict: tellsConflict, in: context)
        case .select: preconditionFailure("a SELECT writes nothing")
        }
    }
    private init(_ insert: InsertStatement, origin: ChangeOrigin, in context: RequestContext) throws(ServiceError) {
        let table = try context.activeTable(insert.tableName)
        let change = try ItemChange(
            putting: insert.item,
            in: table,
            condition: Condition(.doesNotExist(table.partitionKeyPath)),
            origin: origin
        )
        self.init(change, isInsert: true)
    }

    private init(
        _ statement: UpdateStatement,
        origin: ChangeOrigin,
        tellsConflict: Bool,
        in context: RequestContext
    ) throws(ServiceError) {
        let table = try context.activeTable(statement.tableName)
        let (key, rest) = try table.key(from: statement.condition)
        // An UPDATE never creates an item.
        let condition = Condition(.all([.exists(table.partitionKeyPath)] + (rest.map { [$0] } ?? [])))
        try WriteExpressions(statement.update, condition).requireFitting(table)
        let change = ItemChange(
            table: table,
            key: key,
            action: .update(statement.update),
            condition: condition,
            origin: origin,
            images: statement.returning.images,
            tellsConflict: tellsConflict
        )
        self.init(change, returning: statement.returning, update: statement.update)
    }

    private init(
        _ statement: DeleteStatement,
        origin: ChangeOrigin,
        tellsConflict: Bool,
        in context: RequestContext
    ) throws(ServiceError) {
        let table = try context.activeTable(statement.tableName)
        let (key, rest) = try table.key(from: statement.condition)
        // To delete what is not there is no failure, whatever else is demanded of it.
        let condition = rest.map { Condition(.any([.doesNotExist(table.partitionKeyPath), $0])) }
        try WriteExpressions(nil, condition).requireFitting(table)
        let returning = statement.returnsOld ? Returning.allOld : nil
        let change = ItemChange(
            table: table,
            key: key,
            action: .delete,
            condition: condition,
            origin: origin,
            images: returning.images,
            tellsConflict: tellsConflict
        )
        self.init(change, returning: returning)
    }

    /// EXISTS: an item that is there, and as demanded, is left as it is.
    private init(
        exists select: SelectStatement,
        tellsConflict: Bool,
        in context: RequestContext
    ) throws(ServiceError) {
        let table = try context.activeTable(select.source.tableName)
        let (key, rest) = try table.key(from: select.condition)
        guard let rest else {
            // The service's words for this are not published.
            throw .validation("EXISTS must have a condition besides the primary key")
        }
        let condition = Condition(.all([.exists(table.partitionKeyPath), rest]))
        try WriteExpressions(nil, condition).requireFitting(table)
        self.init(
            ItemChange(
                table: table,
                key: key,
                action: .check,
                condition: condition,
                origin: .transaction,
                tellsConflict: tellsConflict
            )
        )
    }
}

extension WriteExpressions {
    fileprivate init(_ update: Update?, _ condition: Condition?) {
        self.update = update
        self.condition = condition
    }
}

extension Returning? {
    /// The states of the item that the answer needs.
    fileprivate var images: ItemImages {
        switch self {
        case nil: []
        case .allOld, .modifiedOld: .old
        case .allNew, .modifiedNew: .new
        }
    }
}

extension Table {
    fileprivate var partitionKeyPath: AttributePath { AttributePath(name: keySchema.partition[0].name) }

    /// The key that a WHERE clause fixes, and what else it demands of the item.
    func key(from condition: Predicate?) throws(ServiceError) -> (key: PrimaryKey, rest: Predicate?) {
        var conditions = Conjunction(condition)
        guard let key = conditions.takeKey(of: keySchema) else {
            throw .validation("Where clause does not contain a mandatory equality on all key attributes")
        }
        return (try PrimaryKey(key, by: keySchema), conditions.rest)
    }
}

// From the statement of a request to its tree.

import ApusModel
import ApusPartiQL
import ApusThroughput
import ApusWire

extension StatementText {
    /// - Throws: a validation error for a value that is none, or a text that is no statement.
    func parsed() throws(ServiceError) -> Statement {
        let values = try (parameters ?? []).map { value throws(ServiceError) in try value.checked() }
        return try Statement(parsing: statement ?? "", parameters: values)
    }

    /// Whether it is a statement that writes, alone or in a batch.
    var writes: Bool { (try? parsed())?.isWrite ?? false }

    var tellsConflict: Bool { returnValuesOnConditionCheckFailure?.value == .allOld }
}

extension Statement {
    /// What fault rules see of the statement: its table, its index, and what it says that its item equals.
    func faultEntry(_ name: (String?) -> String) -> FaultSubject.Entry {
        switch self {
        case .select(let select), .exists(let select):
            FaultSubject.Entry(
                table: name(tableName),
                index: select.source.indexName,
                key: Conjunction(select.condition).equalities
            )
        case .insert(let insert): FaultSubject.Entry(table: name(tableName), key: insert.item)
        case .update(let update):
            FaultSubject.Entry(table: name(tableName), key: Conjunction(update.condition).equalities)
        case .delete(let delete):
            FaultSubject.Entry(table: name(tableName), key: Conjunction(delete.condition).equalities)
        }
    }
}

extension ServiceError {
    // The service's words for this are not published.
    /// The refusal of EXISTS where there is no transaction that it could be a part of.
    static let existsOutsideTransaction = ServiceError.validation(
        "Unsupported operation: EXISTS can be used in ExecuteTransaction only"
    )
}

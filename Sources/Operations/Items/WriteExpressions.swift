// The expressions of a request that writes one item.

import ApusExpressions
import ApusModel
import ApusWire

/// The update and the condition of a write, parsed and checked together.
struct WriteExpressions {
    let update: Update?
    let condition: Condition?

    /// Checks the names and values that come with the expressions; `body` runs between that and parsing them, which is
    /// where the service checks the values of the item or the key.
    init(
        _ options: WriteOptions,
        updateExpression: GivenExpression? = nil,
        valuesChecked body: () throws(ServiceError) -> Void
    ) throws(ServiceError) {
        let condition = GivenExpression("ConditionExpression", options.conditionExpression)
        let expressions = (updateExpression.map { [$0] } ?? []) + [condition]
        try options.legacy.refuse(besides: expressions)
        var placeholders = try options.parameters.placeholders(for: expressions)
        try body()
        update = try updateExpression?.text.map { text throws(ServiceError) in
            try Update(parsing: text, using: &placeholders)
        }
        self.condition = try condition.text.map { text throws(ServiceError) in
            try Condition(parsing: text, using: &placeholders)
        }
        try placeholders.requireAllUsed()
    }

    /// Checks the paths against the key of the table, once that is known.
    func requireFitting(_ schema: KeySchema) throws(ServiceError) {
        try schema.requireScalars(in: (update.map { $0.targets + $0.sources } ?? []) + (condition?.paths ?? []))
        try update?.requireNoKey(of: schema)
    }
}

extension WriteOptions {
    /// PutItem and DeleteItem can answer with the old item or with none.
    func requireOldItemOrNone() throws(ServiceError) {
        switch returnValues?.value {
        case nil, .some(.none), .allOld: return
        default: throw .validation("ReturnValues can only be ALL_OLD or NONE")
        }
    }

    var tellsConflict: Bool { returnValuesOnConditionCheckFailure?.value == .allOld }
}

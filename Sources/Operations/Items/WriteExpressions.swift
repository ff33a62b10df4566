// The expressions of a request that writes one item, or the legacy parameters in their place.

import ApusDatabase
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
        try options.legacy.requireAlone(besides: expressions)
        var placeholders = try options.parameters.placeholders(for: expressions)
        try body()
        if let legacy = options.legacy.given {
            update = try legacy.update()
            self.condition = try legacy.condition()
            return
        }
        update = try updateExpression?.text.map { text throws(ServiceError) in
            try Update(parsing: text, using: &placeholders)
        }
        self.condition = try condition.text.map { text throws(ServiceError) in
            try Condition(parsing: text, using: &placeholders)
        }
        try placeholders.requireAllUsed()
    }

    /// Checks the paths against the keys of the table and of its indexes, once these are known.
    func requireFitting(_ table: Table) throws(ServiceError) {
        let paths = (update.map { $0.targets + $0.sources } ?? []) + (condition?.paths ?? [])
        try table.keySchema.requireScalars(in: paths)
        for index in table.indexes { try index.keySchema.requireScalars(in: paths, asIndexKeys: true) }
        try update?.requireNoKey(of: table.keySchema)
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

// From the legacy parameters of a request to the trees that expressions become too.

import ApusExpressions
import ApusModel
import ApusWire

extension LegacyMembers {
    /// What AttributeUpdates changes; nil where that is nothing.
    func update() throws(ServiceError) -> Update? {
        guard let attributeUpdates else { return nil }
        try attributeUpdates.requireFew(in: .attributeUpdates)
        return try Update(
            try attributeUpdates.map { name, update throws(ServiceError) in
                LegacyUpdate(
                    attributeName: name,
                    action: update.action?.value ?? .put,
                    value: try update.value?.checked()
                )
            }
        )
    }

    /// The condition that Expected makes; nil where it makes none.
    func condition() throws(ServiceError) -> Condition? {
        try expected?.requireFew(in: .expected)
        let conditions = try expected?.map { name, value throws(ServiceError) in
            try LegacyExpectation(attributeName: name, value).condition()
        }
        return try Condition(conditions, joinedBy: conditionalOperator?.value)
    }

    /// The condition that QueryFilter or ScanFilter makes; nil where there is none.
    func filter() throws(ServiceError) -> Condition? {
        try queryFilter?.requireFew(in: .queryFilter)
        try scanFilter?.requireFew(in: .scanFilter)
        let conditions = try (queryFilter ?? scanFilter)?.map { name, condition throws(ServiceError) in
            try LegacyCondition(attributeName: name, condition)
        }
        return try Condition(conditions, joinedBy: conditionalOperator?.value)
    }

    /// What KeyConditions asks of the key; nil where it is not given.
    func keyCondition() throws(ServiceError) -> KeyCondition? {
        try keyConditions?.requireFew(in: .keyConditions)
        let conditions = try keyConditions?.map { name, condition throws(ServiceError) in
            try LegacyCondition(attributeName: name, condition)
        }
        return conditions.map { KeyCondition($0) }
    }

    /// The attributes that AttributesToGet names; nil where it is not given.
    func projection() throws(ServiceError) -> Projection? {
        try attributesToGet?.requireFew(in: .attributesToGet)
        return try attributesToGet.map { names throws(ServiceError) in try Projection(attributesToGet: names) }
    }
}

extension Collection {
    /// Refuses more entries than a legacy parameter may have, before anything is made of them.
    fileprivate func requireFew(in parameter: LegacyParameter) throws(ServiceError) {
        guard count > Limits.legacyOperands else { return }
        throw .validation("\(parameter.rawValue) has too many entries: \(count)")
    }
}

extension LegacyExpectation {
    fileprivate init(attributeName: String, _ expected: ExpectedAttributeValue) throws(ServiceError) {
        self.init(attributeName: attributeName)
        value = try expected.value?.checked()
        exists = expected.exists
        comparison = expected.comparisonOperator?.value
        values = try expected.attributeValueList?.checked()
    }
}

extension LegacyCondition {
    fileprivate init(attributeName: String, _ condition: AttributeCondition) throws(ServiceError) {
        guard let comparison = condition.comparisonOperator?.value else {
            preconditionFailure("the shape of the request has been checked")
        }
        try self.init(
            attributeName: attributeName,
            comparison: comparison,
            values: try condition.attributeValueList?.checked() ?? []
        )
    }
}

extension [Unchecked<AttributeValue>] {
    fileprivate func checked() throws(ServiceError) -> [AttributeValue] {
        try map { value throws(ServiceError) in try value.checked() }
    }
}

// The enumerations of the API that requests choose from, in the order in which the service's messages print them.

package enum ReturnValues: String, CaseIterable, Sendable {
    case allNew = "ALL_NEW"
    case updatedOld = "UPDATED_OLD"
    case allOld = "ALL_OLD"
    case none = "NONE"
    case updatedNew = "UPDATED_NEW"
}

package enum ReturnConsumedCapacity: String, CaseIterable, Sendable {
    case indexes = "INDEXES"
    case total = "TOTAL"
    case none = "NONE"
}

package enum ReturnItemCollectionMetrics: String, CaseIterable, Sendable {
    case size = "SIZE"
    case none = "NONE"
}

package enum ReturnValuesOnConditionCheckFailure: String, CaseIterable, Sendable {
    case allOld = "ALL_OLD"
    case none = "NONE"
}

package enum Select: String, CaseIterable, Sendable {
    case specificAttributes = "SPECIFIC_ATTRIBUTES"
    case count = "COUNT"
    case allAttributes = "ALL_ATTRIBUTES"
    case allProjectedAttributes = "ALL_PROJECTED_ATTRIBUTES"
}

package enum BillingMode: String, CaseIterable, Sendable {
    case provisioned = "PROVISIONED"
    case payPerRequest = "PAY_PER_REQUEST"
}

package enum ScalarAttributeType: String, CaseIterable, Sendable {
    case binary = "B"
    case number = "N"
    case string = "S"
}

package enum KeyType: String, CaseIterable, Sendable {
    case hash = "HASH"
    case range = "RANGE"
}

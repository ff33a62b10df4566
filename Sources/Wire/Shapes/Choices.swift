// The enumerations of the API that requests choose from, in the order in which the service's messages print them.

/// Which state of the item, and how much of it, a write answers with.
package enum ReturnValues: String, CaseIterable, Sendable {
    case allNew = "ALL_NEW"
    case updatedOld = "UPDATED_OLD"
    case allOld = "ALL_OLD"
    case none = "NONE"
    case updatedNew = "UPDATED_NEW"
}

/// How the capacity used is told: in all, by index, or not.
package enum ReturnConsumedCapacity: String, CaseIterable, Sendable {
    case indexes = "INDEXES"
    case total = "TOTAL"
    case none = "NONE"
}

/// Whether the size of the item collection is told.
package enum ReturnItemCollectionMetrics: String, CaseIterable, Sendable {
    case size = "SIZE"
    case none = "NONE"
}

/// Whether a failed condition tells the item that it failed on.
package enum ReturnValuesOnConditionCheckFailure: String, CaseIterable, Sendable {
    case allOld = "ALL_OLD"
    case none = "NONE"
}

/// Which attributes a page has, or only how many items.
package enum Select: String, CaseIterable, Sendable {
    case specificAttributes = "SPECIFIC_ATTRIBUTES"
    case count = "COUNT"
    case allAttributes = "ALL_ATTRIBUTES"
    case allProjectedAttributes = "ALL_PROJECTED_ATTRIBUTES"
}

/// How a table is paid for.
package enum BillingMode: String, CaseIterable, Sendable {
    case provisioned = "PROVISIONED"
    case payPerRequest = "PAY_PER_REQUEST"
}

/// The types that a key attribute may have.
package enum ScalarAttributeType: String, CaseIterable, Sendable {
    case binary = "B"
    case number = "N"
    case string = "S"
}

/// The part of an attribute in a key: HASH for the partition key, RANGE for the sort key.
package enum KeyType: String, CaseIterable, Sendable {
    case hash = "HASH"
    case range = "RANGE"
}

/// What an index holds of an item, besides keys.
package enum ProjectionType: String, CaseIterable, Sendable {
    case all = "ALL"
    case include = "INCLUDE"
    case keysOnly = "KEYS_ONLY"
}

/// How a table is encrypted: by the service alone, or with a key of the key management service.
package enum SSEType: String, CaseIterable, Sendable {
    case aes256 = "AES256"
    case kms = "KMS"
}

// The requests that make a table of a shape, and its indexes.

import ApusModel

extension PlainShape {
    var creation: JSONTree {
        var request: JSONTree = [
            "TableName": .string(tableName),
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": attributeDefinitions,
            "KeySchema": keys.schema,
        ]
        for (member, isLocal) in [("LocalSecondaryIndexes", true), ("GlobalSecondaryIndexes", false)] {
            let indexes = indexes.filter { $0.isLocal == isLocal }
            if !indexes.isEmpty { request.add(member, .array(indexes.map(\.creation))) }
        }
        return request
    }

    var attributeDefinitions: JSONTree {
        .array((keys.all + looseKeys).map(\.definition))
    }
}

extension PlainIndex {
    var creation: JSONTree {
        ["IndexName": .string(name), "KeySchema": keys.schema, "Projection": projection.creation]
    }
}

extension PlainIndex.Projection {
    fileprivate var creation: JSONTree {
        switch self {
        case .keysOnly: ["ProjectionType": "KEYS_ONLY"]
        case .all: ["ProjectionType": "ALL"]
        case .include(let names):
            ["ProjectionType": "INCLUDE", "NonKeyAttributes": .array(names.map { .string($0) })]
        }
    }
}

extension PlainKeys {
    fileprivate var schema: JSONTree {
        .array(
            hash.map { ["AttributeName": .string($0.name), "KeyType": "HASH"] }
                + range.map { ["AttributeName": .string($0.name), "KeyType": "RANGE"] }
        )
    }
}

extension PlainKey {
    fileprivate var definition: JSONTree {
        ["AttributeName": .string(name), "AttributeType": .string(type.rawValue)]
    }
}

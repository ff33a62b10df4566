// What fault rules see of each request.

import ApusModel
import ApusThroughput
import ApusWire

/// A request that names tables, and perhaps items of them.
protocol FaultTarget {
    /// One entry for each key that the request names, in its order; one without a key where it names a table only.
    ///
    /// - Parameter name: turns what stands for a table, its name or its ARN, into its name.
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry]

    /// Whether the entry at a position can meet an unfinished transaction.
    func canConflict(at position: Int) -> Bool
}

extension FaultTarget {
    func canConflict(at position: Int) -> Bool { true }
}

extension PutItemRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName), key: item?.value)]
    }
}

extension GetItemRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName), key: key?.value)]
    }
}

extension UpdateItemRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName), key: key?.value)]
    }
}

extension DeleteItemRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName), key: key?.value)]
    }
}

extension BatchGetItemRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        (requestItems ?? []).flatMap { tableName, wanted in
            (wanted.keys ?? []).map { FaultSubject.Entry(table: name(tableName), key: $0.value) }
        }
    }
}

extension BatchWriteItemRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        (requestItems ?? []).flatMap { tableName, entries in
            entries.map { FaultSubject.Entry(table: name(tableName), key: $0.attributes) }
        }
    }
}

extension BatchWriteEntry {
    fileprivate var attributes: Item {
        switch self {
        case .put(let item): item.value
        case .delete(let key): key.value
        }
    }
}

extension TransactWriteItemsRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        (actions ?? []).map { FaultSubject.Entry(table: name($0.tableName), key: $0.attributes?.value) }
    }
}

extension TransactGetItemsRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        (actions ?? []).map { FaultSubject.Entry(table: name($0?.tableName), key: $0?.key?.value) }
    }
}

extension QueryRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] { options.faultEntries(name) }
}

extension ScanRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] { options.faultEntries(name) }
}

extension PageOptions {
    fileprivate func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName), index: indexName)]
    }
}

extension CreateTableRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName))]
    }
}

extension UpdateTableRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName))]
    }
}

extension TableNameRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName))]
    }
}

extension UpdateTimeToLiveRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName))]
    }
}

extension DescribeContinuousBackupsRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName))]
    }
}

extension TagResourceRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(resourceArn))]
    }
}

extension UntagResourceRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(resourceArn))]
    }
}

extension ListTagsOfResourceRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(resourceArn))]
    }
}

extension ExecuteStatementRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        (try? text.parsed()).map { [$0.faultEntry(name)] } ?? []
    }

    func canConflict(at position: Int) -> Bool { text.writes }
}

extension BatchExecuteStatementRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        // A text that is no statement has its entry too: an entry is found by its position.
        (statements ?? []).map { statement in
            (try? statement.text.parsed())?.faultEntry(name) ?? FaultSubject.Entry(table: "")
        }
    }

    func canConflict(at position: Int) -> Bool { statements?[position].text.writes ?? false }
}

extension ExecuteTransactionRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        (statements ?? []).map { (try? $0.parsed())?.faultEntry(name) ?? FaultSubject.Entry(table: "") }
    }
}

extension ListStreamsRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] {
        [FaultSubject.Entry(table: name(tableName))]
    }
}

extension DescribeStreamRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] { .table(ofStream: streamArn, name) }
}

extension GetShardIteratorRequest: FaultTarget {
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] { .table(ofStream: streamArn, name) }
}

extension GetRecordsRequest: FaultTarget {
    // An iterator begins with the ARN of its stream.
    func faultEntries(_ name: (String?) -> String) -> [FaultSubject.Entry] { .table(ofStream: shardIterator, name) }
}

extension [FaultSubject.Entry] {
    /// The table of the stream whose ARN this is, or begins with.
    fileprivate static func table(ofStream arn: String?, _ name: (String?) -> String) -> [FaultSubject.Entry] {
        let end = arn?.firstRange(of: "/stream/")?.lowerBound
        return [FaultSubject.Entry(table: name(end.flatMap { end in arn.map { String($0[..<end]) } } ?? arn))]
    }
}

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

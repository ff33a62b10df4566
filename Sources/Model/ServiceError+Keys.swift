// The refusals of values that cannot be keys, of tables and of indexes.

extension AttributeValue {
    /// The word for an empty value, where this is one that a key attribute may not have.
    package var emptyKind: String? {
        switch self {
        case .string(let text): text.isEmpty ? "string" : nil
        case .binary(let bytes): bytes.isEmpty ? "binary" : nil
        default: nil
        }
    }
}

extension ServiceError {
    /// - Parameter indexName: the index whose key it is; nil where the message names none.
    package static func partitionKeyTooLong(ofIndex indexName: String? = nil) -> ServiceError {
        // The service has no blank before the figure.
        .invalidParameter(
            "Size of hashkey has exceeded the maximum size limit of\(Limits.partitionKeyBytes) bytes"
                + words(for: indexName)
        )
    }

    /// - Parameter indexName: the index whose key it is; nil where the message names none.
    package static func sortKeyTooLong(ofIndex indexName: String? = nil) -> ServiceError {
        .invalidParameter(
            "Aggregated size of all range keys has exceeded the size limit of \(Limits.sortKeyBytes) bytes"
                + words(for: indexName)
        )
    }

    private static func words(for indexName: String?) -> String {
        indexName.map { " for IndexName: \($0)" } ?? ""
    }

    /// - Parameter kind: the `emptyKind` of the value.
    package static func emptyIndexKey(_ kind: String, index: String, key: String) -> ServiceError {
        .validation(
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
                + "The AttributeValue for a key attribute cannot contain an empty \(kind) value. "
                + "IndexName: \(index), IndexKey: \(key)"
        )
    }
}

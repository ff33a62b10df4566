// What the service may say when it refuses a request.

import ApusModel

/// A refusal, known by its code and a part of its text.
struct PlainRefusal: Sendable {
    let code: ServiceError.Code
    let fragment: String

    init(_ fragment: String, code: ServiceError.Code = .validation) {
        self.code = code
        self.fragment = fragment
    }

    func matches(_ error: ServiceError) -> Bool {
        error.code == code && (error.message ?? "").contains(fragment)
    }

    static let conditionFailed = PlainRefusal("The conditional request failed", code: .conditionalCheckFailed)
    static let wrongOperand = PlainRefusal("An operand in the update expression has an incorrect data type")
    static let invalidPath = PlainRefusal("The document path provided in the update expression is invalid for update")
    static let wrongIndexKey = PlainRefusal(
        "The update expression attempted to update the secondary index key to unsupported type"
    )
    static let mustNotRestart = PlainRefusal("The query can return at most one row and cannot be restarted")
}

extension PlainShape {
    /// Why an item cannot be written: index keys of a wrong type, empty ones, and ones that are too long.
    func indexKeyRefusals(of item: Item, inUpdate: Bool) -> [PlainRefusal] {
        indexes.flatMap { index in
            index.keys.all.flatMap { key -> [PlainRefusal] in
                guard let value = item[key.name], let refusal = refusal(of: value, for: key, in: index) else {
                    return []
                }
                guard inUpdate else { return [refusal] }
                // What the service says of an empty or long value in an update is not published.
                return value.type == key.type ? [refusal, .wrongIndexKey] : [.wrongIndexKey]
            }
        }
    }

    private func refusal(of value: AttributeValue, for key: PlainKey, in index: PlainIndex) -> PlainRefusal? {
        guard value.type == key.type else {
            return PlainRefusal(
                "One or more parameter values were invalid: Type mismatch for Index Key \(key.name) "
                    + "Expected: \(key.type.rawValue) Actual: \(value.type.rawValue) IndexName: \(index.name)"
            )
        }
        guard let bytes = value.keyBytes else { return nil }
        if bytes == 0 {
            let kind = key.type == .string ? "string" : "binary"
            return PlainRefusal(
                "The AttributeValue for a key attribute cannot contain an empty \(kind) value. "
                    + "IndexName: \(index.name), IndexKey: \(key.name)"
            )
        }
        let isHash = index.keys.hash.contains { $0.name.hasSameBytes(as: key.name) }
        if isHash { return bytes > 2_048 ? PlainRefusal("Size of hashkey has exceeded the maximum size limit") : nil }
        return bytes > 1_024 ? PlainRefusal("Aggregated size of all range keys has exceeded the size limit") : nil
    }
}

extension AttributeValue {
    /// The length of a string or a binary; nil for other types.
    fileprivate var keyBytes: Int? {
        switch self {
        case .string(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        default: nil
        }
    }
}

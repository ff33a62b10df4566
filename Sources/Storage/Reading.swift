// Reading an ordered map of bytes, be it from a snapshot or inside a transaction.

/// Reads that a snapshot and a transaction have in common. The bytes handed to a body are valid until it
/// returns; inside a transaction, until it returns or writes.
package protocol Reading {
    /// Hands the value of a key to `body`, in most cases without a copy. Answers false if there is none.
    @discardableResult
    func withValue(
        for key: [UInt8],
        _ body: (_ value: UnsafeRawBufferPointer) throws(StorageError) -> Void
    ) throws(StorageError) -> Bool

    /// Hands the values of many keys to `body` in the order of `keys`, each with its position there.
    func withValues(
        for keys: [[UInt8]],
        _ body: (_ position: Int, _ value: UnsafeRawBufferPointer?) throws(StorageError) -> Void
    ) throws(StorageError)

    /// Walks through a range in the order of its keys, or against it, until `body` says stop. Whether
    /// a transaction's scan meets the writes that `body` makes ahead of it is not promised.
    func scan(
        _ range: KeyRange,
        _ direction: ScanDirection,
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws(StorageError) -> ScanStep
    ) throws(StorageError)

    /// The sum of what was added to a counter; 0 if there is none.
    func counter(_ key: [UInt8]) throws(StorageError) -> Int64
}

extension Reading {
    package func counter(_ key: [UInt8]) throws(StorageError) -> Int64 {
        var sum: Int64 = 0
        try withValue(for: key) { value throws(StorageError) in sum = try CounterValue.sum(in: value, at: key) }
        return sum
    }

    /// A copy of the value of a key.
    package func value(for key: [UInt8]) throws(StorageError) -> [UInt8]? {
        var copy: [UInt8]?
        try withValue(for: key) { copy = [UInt8]($0) }
        return copy
    }
}

/// Whether a scan goes up or down the order of keys.
package enum ScanDirection: Sendable {
    case forward
    case backward
}

/// What a scan does after the entry it has just shown.
package enum ScanStep: Sendable {
    case next
    case stop
}

// A change as it stands in the log.

import ApusModel
import ApusStorage

/// What has become of an item, as the log tells it. Written down in docs/formats/changes.md.
package enum ChangeKind: UInt8, Sendable {
    case insert = 1, modify, remove
}

/// The stored form of one change.
struct ChangeEntry: Sendable {
    private(set) var bytes: [UInt8]

    /// - Parameters:
    ///   - key: the row of the key attributes.
    ///   - old: the item before, in its stored form; nil where there was none, or it is not to be shown.
    init(_ kind: ChangeKind, isExpiry: Bool, key: [UInt8], old: [UInt8]?, new: [UInt8]?) {
        bytes = []
        bytes.reserveCapacity(ChangeFormat.headerBytes + key.count + (old?.count ?? 0) + (new?.count ?? 0) + 12)
        bytes.append(ChangeFormat.version)
        bytes.append(kind.rawValue)
        bytes.append(isExpiry ? ChangeFormat.expiryFlag : 0)
        for row in [key, old ?? [], new ?? []] {
            bytes.appendVariable(row.count)
            bytes.append(contentsOf: row)
        }
    }
}

enum ChangeFormat {
    static let version: UInt8 = 1
    static let expiryFlag: UInt8 = 1
    /// Version, kind and flags.
    static let headerBytes = 3
}

/// A change of the log. It borrows the bytes.
package struct ChangeRecord {
    package let number: SequenceNumber
    package let kind: ChangeKind
    /// Whether the item was removed because it had expired.
    package let isExpiry: Bool
    package let key: RowReader
    /// The item before, and after, as far as there was one and the stream shows it.
    package let old: RowReader?
    package let new: RowReader?

    init(_ bytes: UnsafeRawBufferPointer, number: SequenceNumber) throws(StorageError) {
        guard bytes.count > ChangeFormat.headerBytes, bytes[0] == ChangeFormat.version,
            let kind = ChangeKind(rawValue: bytes[1]), bytes[2] | ChangeFormat.expiryFlag == ChangeFormat.expiryFlag
        else { throw Self.damaged }
        self.number = number
        self.kind = kind
        isExpiry = bytes[2] == ChangeFormat.expiryFlag
        var rest = bytes[ChangeFormat.headerBytes...]
        guard let key = try Self.readRow(&rest) else { throw Self.damaged }
        self.key = key
        old = try Self.readRow(&rest)
        new = try Self.readRow(&rest)
        guard rest.isEmpty else { throw Self.damaged }
    }

    /// The size of what the change shows, by the service's measure.
    package var size: Int { key.itemSize + (old?.itemSize ?? 0) + (new?.itemSize ?? 0) }

    private static let damaged = StorageError.damaged(
        file: "a change in the log of a stream",
        detail: "its bytes do not fit the format"
    )

    /// Reads a row behind its length; nil for none.
    private static func readRow(_ bytes: inout Slice<UnsafeRawBufferPointer>) throws(StorageError) -> RowReader? {
        var (count, shift) = (0, 0)
        var isComplete = false
        while !isComplete, shift < 56, let byte = bytes.popFirst() {
            count |= Int(byte & 0x7F) << shift
            shift += 7
            isComplete = byte < 0x80
        }
        guard isComplete, count <= bytes.count else { throw damaged }
        guard count > 0 else { return nil }
        let row = UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
        bytes = bytes.dropFirst(count)
        return try RowReader(row)
    }
}

// How many capacity units a read or a write takes.

import ApusModel

/// The arithmetic of capacity units, by item size in bytes.
package enum CapacityUnits {
    /// The units that a read of so many bytes takes. Reading nothing costs as much as the smallest read.
    package static func reading(bytes: Int, isConsistent: Bool) -> Double {
        reading(blocks: readBlocks(holding: bytes), isConsistent: isConsistent)
    }

    /// The units that reading so many blocks takes.
    package static func reading(blocks: Int, isConsistent: Bool) -> Double {
        Double(blocks) * (isConsistent ? 1 : 0.5)
    }

    /// The units that reading an item of so many bytes takes in a transaction: twice those of a consistent read.
    package static func readingInTransaction(bytes: Int) -> Double {
        2 * reading(bytes: bytes, isConsistent: true)
    }

    /// How many blocks are read for an item of so many bytes that is read by itself.
    package static func readBlocks(holding bytes: Int) -> Int {
        blocks(of: Limits.readUnitBytes, holding: bytes)
    }

    /// The units that a write takes when the larger of the old and the new item has so many bytes.
    package static func writing(bytes: Int) -> Double {
        Double(blocks(of: Limits.writeUnitBytes, holding: bytes))
    }

    private static func blocks(of blockBytes: Int, holding bytes: Int) -> Int {
        max(1, (bytes + blockBytes - 1) / blockBytes)
    }
}

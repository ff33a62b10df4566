// Where among the partitions of a table or an index a request takes effect.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the stored keys of a table or an index have in common.
package struct KeyForm: Equatable, Sendable {
    /// How many bytes all of them begin with.
    let prefixLength: Int
    /// Where in a key the part ends that partitions may be divided by; nil for its end.
    let end: Int?

    package init(prefixLength: Int, end: Int? = nil) {
        self.prefixLength = prefixLength
        self.end = end
    }
}

/// The key of an item or of an entry in an index, as stored: partitions divide the range of these keys.
///
/// It begins with the hash of the partition key, so partitions divide item collections evenly, and an item collection
/// may be divided too.
package struct KeyPlace: Sendable {
    // The whole key as it stands in the store is shared, so that a place costs no copy.
    private let bytes: [UInt8]
    private let start: Int
    private let end: Int

    package init(_ bytes: [UInt8], _ form: KeyForm) {
        self.bytes = bytes
        start = min(form.prefixLength, bytes.count)
        end = max(start, min(form.end ?? bytes.count, bytes.count))
    }

    /// The part of the key that tells places apart.
    package var key: [UInt8] { Array(bytes[start..<end]) }

    /// A number that equal places have in common, and others hardly ever.
    var fingerprint: UInt64 {
        bytes.withUnsafeBytes { bytes in
            // The key begins with a hash of its partition; FNV-1a over words of eight bytes tells apart what follows.
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var position = start
            while position + 8 <= end {
                hash = (hash ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* 0x0000_0100_0000_01B3
                hash ^= hash >> 29
                position += 8
            }
            while position < end {
                hash = (hash ^ UInt64(bytes[position])) &* 0x0000_0100_0000_01B3
                position += 1
            }
            return hash
        }
    }

    /// Whether this place comes before the first one of a partition.
    func isBefore(_ bound: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            bound.comes(after: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
    }
}

extension [UInt8] {
    /// Whether these bytes come after others, by unsigned bytes; what begins with the others comes after them.
    func comes(after key: UnsafeRawBufferPointer) -> Bool {
        withUnsafeBytes { bytes in
            let length = Swift.min(bytes.count, key.count)
            let order = length == 0 ? 0 : memcmp(bytes.baseAddress!, key.baseAddress!, length)
            return order == 0 ? bytes.count > key.count : order > 0
        }
    }
}

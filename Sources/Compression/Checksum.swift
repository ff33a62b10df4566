// Checksums of bytes.

import CZlib

/// Checksums of answers.
package enum Checksum {
    /// The CRC-32 of IEEE 802.3: the one of `x-amz-crc32`, gzip and Ethernet.
    package static func crc32(of bytes: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count))
    }

    package static func crc32(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { crc32(of: $0) }
    }
}

// CRC-32C against the vectors of RFC 3720.

import Testing

@testable import ApusStorage

@Suite struct ChecksumTests {
    @Test(
        arguments: [
            ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
            ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
            (Array(0..<32), 0x46DD_794E),
            (Array("123456789".utf8), 0xE306_9283),
            ([], 0),
        ] as [([UInt8], UInt32)]
    )
    func `the checksum is that of the standard`(bytes: [UInt8], sum: UInt32) {
        #expect(bytes.withUnsafeBytes { Checksum.checksum(of: $0) } == sum)
    }
}

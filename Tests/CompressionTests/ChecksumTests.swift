// Checksums against published values.

import Testing

@testable import ApusCompression

struct ChecksumTests {
    @Test(arguments: [
        ("", 0),
        ("123456789", 0xCBF4_3926),
        // The body of the service's answer to what is no API request.
        ("<UnknownOperationException/>\n", 3_552_371_480),
    ])
    func `the checksum is the one of IEEE`(text: String, checksum: UInt32) {
        #expect(Checksum.crc32(of: Array(text.utf8)) == checksum)
    }
}

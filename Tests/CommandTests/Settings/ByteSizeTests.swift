// Sizes as people write them.

import Testing

@testable import ApusCommand

struct ByteSizeTests {
    @Test(arguments: [
        ("0", 0), ("4096", 4_096), ("512MiB", 512 << 20), ("2GiB", 2 << 30), ("64MB", 64_000_000), ("1kb", 1_000),
        ("3KiB", 3_072),
    ])
    func `a size has a unit or is in bytes`(text: String, bytes: Int) {
        #expect(ByteSize(text)?.bytes == bytes)
    }

    @Test(arguments: ["", "MiB", "1.5GiB", "-1", "5 MiB", "5TB", "99999999999999999999", "9999999999999GiB", "٣MB"])
    func `what is no size is none`(text: String) {
        #expect(ByteSize(text) == nil)
    }
}

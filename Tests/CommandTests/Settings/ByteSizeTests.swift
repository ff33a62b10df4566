// Sizes and lengths of time as people write them.

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

struct DurationTextTests {
    @Test(arguments: [("0s", 0), ("250ms", 250), ("5s", 5_000), ("2m", 120_000), ("1h", 3_600_000)])
    func `a length of time has a unit`(text: String, milliseconds: Int) {
        #expect(DurationText(text)?.duration == .milliseconds(milliseconds))
    }

    @Test(arguments: ["", "5", "s", "-1s", "1.5s", "5 s", "99999999999h", "9223372036854775807ms"])
    func `what is no length of time is none`(text: String) {
        #expect(DurationText(text) == nil)
    }
}

// What the messages of RocksDB are taken for.

import Foundation
import Testing

@testable import ApusStorage

@Suite struct RocksDBFailureTests {
    @Test(arguments: [
        ("Corruption: block checksum mismatch: stored = 1, computed = 2 in /s/000011.sst offset 0", "/s/000011.sst"),
        ("Corruption: bad entry in /s/000011.sst in file /s/MANIFEST-000005", "/s/000011.sst"),
        ("Corruption: IO error: No such file or directory: While open a file: /s/000011.ldb: x", "/s/000011.sst"),
        ("IO error: No such file or directory: While opening a file: /s/MANIFEST-000005: x", "/s/MANIFEST-000005"),
        ("Corruption: CURRENT file does not end with newline", "/s/CURRENT"),
        ("Corruption: something else", "/s"),
    ])
    func `damage names its file`(message: String, file: String) {
        let failure = RocksDBFailure(taking: strdup(message), directory: "/s")

        #expect(failure.error(during: "read") == .damaged(file: file, detail: message))
    }

    @Test(arguments: [
        "IO error: lock hold by current process, acquire time 1 acquiring thread 2: /s/LOCK: No locks available",
        "IO error: While lock file: /s/LOCK: Resource temporarily unavailable",
    ])
    func `a lock is told as such`(message: String) {
        let failure = RocksDBFailure(taking: strdup(message), directory: "/s")

        #expect(failure.error(during: "open") == .locked(directory: "/s", holder: nil))
    }

    @Test func `anything else is a failure of the operation`() {
        let message = "IO error: No space left on device: While appending to file: /s/000012.log"
        let failure = RocksDBFailure(taking: strdup(message), directory: "/s")

        #expect(failure.error(during: "write") == .io(operation: "write", detail: message))
        #expect(!failure.isNotCached)
    }
}

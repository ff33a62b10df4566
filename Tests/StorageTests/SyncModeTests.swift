// How the sync modes are written.

import Testing

@testable import ApusStorage

@Suite struct SyncModeTests {
    @Test(arguments: [
        ("commit", SyncMode.commit), ("interval:100", .interval(milliseconds: 100)), ("off", .off),
    ])
    func `a mode is parsed and written the same`(text: String, mode: SyncMode) {
        let parsed = SyncMode(text)

        #expect(parsed == mode)
        #expect(mode.description == text)
    }

    @Test(arguments: ["", "Commit", "interval", "interval:", "interval:0", "interval:-1", "interval:1:2", "interval:x"])
    func `what is not a mode is not parsed`(text: String) {
        #expect(SyncMode(text) == nil)
    }
}

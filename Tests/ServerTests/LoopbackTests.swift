// Which hosts are this machine.

import Testing

@testable import ApusServer

struct LoopbackTests {
    @Test(arguments: [
        "localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "::ffff:127.0.0.1",
    ])
    func `this machine is known by its names and addresses`(host: String) {
        #expect(Loopback.contains(host))
    }

    @Test(arguments: [
        "", ".", "example.com", "127.example.com", "127.0.0.1.example.com", "127.0.0", "127.0.0.256", "128.0.0.1",
        "10.0.0.1", "localhost.example.com", "::2", "::ffff:10.0.0.1", "0.0.0.0",
    ])
    func `whatever else there is, is another`(host: String) {
        #expect(!Loopback.contains(host))
    }
}

// Addresses of services.

import Testing

@testable import Apus

struct EndpointTests {
    @Test(arguments: [
        ("http://127.0.0.1:8000", "127.0.0.1:8000"),
        ("http://localhost:80/", "localhost"),
        ("HTTPS://dynamodb.eu-north-1.amazonaws.com", "dynamodb.eu-north-1.amazonaws.com"),
        ("https://example.org:8443", "example.org:8443"),
        ("http://[::1]:8000", "[::1]:8000"),
        ("http://[::1]", "[::1]"),
    ])
    func `an address names its host header`(address: String, header: String) throws {
        let endpoint = try #require(Endpoint(address))

        #expect(endpoint.hostHeader == header)
    }

    @Test(arguments: [
        "", "127.0.0.1:8000", "ftp://host", "http://", "http://:8000", "http://host:0", "http://host:x",
        "http://host/path", "http://user@host", "http://host:70000", "http:host",
    ])
    func `what is no address is none`(address: String) {
        #expect(Endpoint(address) == nil)
    }
}

// Addresses of proxies, and which connections go through one.

import Testing

@testable import Apus

struct HTTPProxyTests {
    @Test(
        arguments: [
            ("http://proxy.example:3128", HTTPProxy(host: "proxy.example", port: 3_128)),
            ("proxy.example:3128", HTTPProxy(host: "proxy.example", port: 3_128)),
            ("http://proxy.example/", HTTPProxy(host: "proxy.example", port: 80)),
            (
                "http://tom:p%40ss:word@proxy.example:3128",
                HTTPProxy(host: "proxy.example", port: 3_128, login: .init(name: "tom", password: "p@ss:word"))
            ),
            ("https://proxy.example", nil), ("socks5://proxy.example", nil), ("http://proxy.example:0", nil), ("", nil),
        ] as [(String, HTTPProxy?)]
    )
    func `an address names a proxy`(address: String, proxy: HTTPProxy?) {
        #expect(HTTPProxy(address) == proxy)
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:8000", [:], nil),
            ("http://db.example", ["HTTP_PROXY": "http://capitals:1"], "http://capitals:1"),
            (
                "http://db.example", ["HTTP_PROXY": "http://capitals:1", "http_proxy": "http://small:1"],
                "http://small:1"
            ),
            ("https://db.example", ["HTTP_PROXY": "http://plain:1"], nil),
            ("https://db.example", ["HTTPS_PROXY": "http://secure:1"], "http://secure:1"),
            ("http://db.example", ["HTTP_PROXY": "http://p:1", "NO_PROXY": "example"], nil),
            ("http://db.example", ["HTTP_PROXY": "http://p:1", "NO_PROXY": "other, .example"], nil),
            ("http://db.example", ["HTTP_PROXY": "http://p:1", "NO_PROXY": "b.example"], "http://p:1"),
            ("http://db.example", ["HTTP_PROXY": "http://p:1", "no_proxy": "*"], nil),
        ] as [(String, [String: String], String?)]
    )
    func `the environment names the proxy`(endpoint: String, environment: [String: String], proxy: String?) throws {
        let configuration = try ClientConfiguration(endpointURL: endpoint, region: nil, environment: environment)

        #expect(configuration.transport.proxy.map(\.description) == proxy)
    }

    @Test func `a proxy that is none is told without its password`() {
        let fault = ClientConfigurationError.badValue(
            "proxy.example",
            place: "HTTP_PROXY",
            wanted: "an address like http://proxy.example:3128"
        )

        #expect(throws: fault) {
            try ClientConfiguration(
                endpointURL: "http://db.example",
                region: nil,
                environment: ["HTTP_PROXY": "socks://tom:secret@proxy.example"]
            )
        }
    }

    @Test func `a file of certificates is named by the environment`() throws {
        let configuration = try ClientConfiguration(
            endpointURL: nil,
            region: nil,
            environment: ["AWS_CA_BUNDLE": "/etc/ca.pem"]
        )

        #expect(configuration.transport.trust == .file("/etc/ca.pem"))
    }
}

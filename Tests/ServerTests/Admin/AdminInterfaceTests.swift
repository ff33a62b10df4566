// Every route of the admin interface, what it answers, and to whom.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusThroughput
import Logging
import NIOCore
import NIOHTTP1
import Testing

@testable import ApusServer

struct AdminInterfaceTests {
    private let service: MeasuredService

    init() throws {
        service = try MeasuredService()
    }

    // MARK: Access

    private static let lookups = ["/_apus", "/_apus/clock", "/_apus/faults", "/_apus/throughput", "/metrics"]

    @Test(
        arguments: [
            ([:], true, true), ([:], false, false), (["host": "localhost:8000"], true, true),
            (["host": "localhost"], true, true), (["host": "127.0.0.1:8000"], true, true),
            (["host": "[::1]:8000"], true, true), (["host": "localhost:8000"], false, false),
            // A page of another site, by its own name or with one that leads to this machine.
            (["origin": "http://example.org"], true, false), (["origin": "null"], true, false),
            (["origin": "http://localhost:8000"], true, false), (["x-forwarded-for": "10.0.0.1"], true, false),
            (["forwarded": "for=10.0.0.1"], true, false), (["via": "1.1 proxy"], true, false),
            (["x-forwarded-host": "localhost"], true, false), (["host": "example.org"], true, false),
            (["host": "localhost.example.org"], true, false), (["host": "127.0.0.1.example.org"], true, false),
            (["host": "127.example.org:8000"], true, false), (["host": "[::2]:8000"], true, false),
            (["host": ""], true, false),
            // With the key from anywhere.
            (["x-apus-admin-key": "secret"], false, true), (["X-Apus-Admin-Key": "secret"], false, true),
            (["authorization": "Bearer secret"], false, true),
            (["authorization": "Bearer secret", "origin": "http://example.org"], true, true),
            (["x-apus-admin-key": "secret", "host": "example.org"], false, true),
            (["x-apus-admin-key": "Secret"], false, false), (["x-apus-admin-key": "secret "], false, false),
            (["x-apus-admin-key": "secre"], false, false), (["x-apus-admin-key": ""], false, false),
            (["authorization": "secret"], false, false), (["authorization": "Basic secret"], false, false),
            (["authorization": "Bearer "], false, false),
            // A wrong key takes nothing from who may call without.
            (["x-apus-admin-key": "wrong"], true, true),
        ] as [(HTTPHeaders, Bool, Bool)]
    )
    func `it answers this machine and whoever has the key`(headers: HTTPHeaders, isLocal: Bool, isAllowed: Bool) {
        for path in Self.lookups {
            let reply = reply(.GET, path, headers: headers, isLocal: isLocal, key: "secret")

            #expect(reply.status == (isAllowed ? .ok : .forbidden), "\(path)")
        }
    }

    @Test func `a refusal tells of the key, and does nothing`() {
        let reply = reply(.POST, "/_apus/clock", #"{"advance":"1s"}"#, isLocal: false)

        #expect(
            reply.text == #"{"error":"The admin interface answers callers on the same machine, or with the key of "#
                + #"--admin-key in the header X-Apus-Admin-Key"}"#
        )
        #expect(service.clock.now == ManualClock().now)
    }

    @Test func `without a key no header opens it`() {
        for headers in [["x-apus-admin-key": ""], ["authorization": "Bearer "]] as [HTTPHeaders] {
            #expect(reply(.GET, "/_apus/clock", headers: headers, isLocal: false).status == .forbidden)
        }
    }

    // MARK: Routes

    @Test(arguments: [
        ("/metrics", true), ("/_apus", true), ("/_apus/", true), ("/_apus/clock", true), ("/_apus/none", true),
        ("/", false), ("/_apusx", false), ("/metrics/", false), ("/apus/clock", false), ("/healthz", false),
    ])
    func `its paths are its own`(path: String, isServed: Bool) {
        #expect(AdminInterface.serves(path[...]) == isServed)
    }

    @Test(arguments: ["/_apus", "/_apus/"])
    func `the paths are listed`(path: String) {
        let reply = reply(.GET, path)

        #expect(reply.text == #"{"paths":["clock","faults","scenarios","streams","throughput"]}"#)
        #expect(reply.headers.first(name: "content-type") == "application/json")
    }

    @Test(
        arguments: [
            (.GET, "/_apus/none"), (.GET, "/_apus/scenarios"), (.GET, "/_apus/scenarios/lost-answer"),
            (.GET, "/_apus/faults/a"), (.GET, "/_apus/clock/now"), (.GET, "/_apus/throughput/Cats"),
            (.PUT, "/_apus/clock"), (.DELETE, "/_apus/clock"), (.POST, "/_apus/throughput"), (.PUT, "/_apus/faults/a"),
            (.POST, "/_apus/faults/a"), (.POST, "/_apus/scenarios/lost-answer"), (.PUT, "/_apus/scenarios"),
            (.DELETE, "/_apus/scenarios"), (.POST, "/_apus"), (.PATCH, "/_apus/faults"), (.OPTIONS, "/_apus/faults"),
        ] as [(HTTPMethod, String)]
    )
    func `another path or method is not found`(method: HTTPMethod, path: String) {
        let reply = reply(method, path + "?x=1", "{}")

        #expect(reply.status == .notFound)
        #expect(reply.text == #"{"error":"There is no \#(method.rawValue) \#(path) here; see docs/admin.md"}"#)
    }

    @Test(
        arguments: [(.DELETE, "/_apus/faults/mine/more"), (.PUT, "/_apus/scenarios/lost-answer/more")]
            as [(HTTPMethod, String)]
    )
    func `a path that goes on behind a name is not found`(method: HTTPMethod, path: String) throws {
        try service.faults.add([FaultRule(name: "mine", effect: .halfReply)], at: service.clock.now)

        #expect(reply(method, path).status == .notFound)
        #expect(service.faults.reports.map(\.rule.name) == ["mine"])
    }

    @Test func `metrics are text, and can only be read`() {
        let page = reply(.GET, "/metrics")

        #expect(page.status == .ok)
        #expect(page.headers.first(name: "content-type") == MetricsText.contentType)
        #expect(page.text.contains("apus_clock_seconds"))
        let refusal = reply(.POST, "/metrics")
        #expect(refusal.status == .methodNotAllowed)
        #expect(refusal.text == #"{"error":"The metrics can only be read"}"#)
    }

    @Test func `figures that cannot be read are an internal error`() async throws {
        try await service.createTable("Cats", in: "eu-north-1")
        try service.database.close()

        let reply = reply(.GET, "/metrics")

        #expect(reply.status == .internalServerError)
        #expect(reply.text.hasPrefix(#"{"error":"The figures could not be read: "#))
    }

    // MARK: Time

    @Test func `the clock tells its time`() {
        #expect(
            reply(.GET, "/_apus/clock").text
                == #"{"now":"2026-01-01T00:00:00Z","milliseconds":1767225600000,"mode":"manual"}"#
        )
    }

    @Test(arguments: [
        (#"{"advance":"90s"}"#, "2026-01-01T00:01:30Z"), (#"{"advance":"250ms"}"#, "2026-01-01T00:00:00.250Z"),
        (#"{"advance":"0s"}"#, "2026-01-01T00:00:00Z"), (#"{"set":"2026-01-01T00:00:00Z"}"#, "2026-01-01T00:00:00Z"),
        (#"{"set":"2027-02-03T04:05:06.007Z"}"#, "2027-02-03T04:05:06.007Z"),
    ])
    func `a manual clock is moved, and tells the time then`(body: String, now: String) {
        let reply = reply(.POST, "/_apus/clock", body)

        #expect(reply.status == .ok)
        #expect(reply.text.hasPrefix(#"{"now":"\#(now)","milliseconds":"#))
        #expect(service.clock.now.iso8601 == now)
    }

    @Test func `what waits for a time runs once the clock is moved there`() async {
        await confirmation(expectedCount: 1) { confirmed in
            service.clock.run(at: service.clock.now.advanced(by: .seconds(5))) { confirmed() }

            #expect(reply(.POST, "/_apus/clock", #"{"advance":"5s"}"#).status == .ok)
        }
    }

    @Test(
        arguments: [
            "{}", #"{"advance":null}"#, #"{"advance":"-1s"}"#, #"{"advance":"90"}"#, #"{"advance":"2y"}"#,
            #"{"set":"yesterday"}"#, #"{"set":"2026-01-01"}"#, #"{"move":"1s"}"#,
            #"{"advance":"1s","set":"2027-01-01T00:00:00Z"}"#,
        ]
    )
    func `a move that is none is refused with what it can be`(body: String) {
        let reply = reply(.POST, "/_apus/clock", body)

        #expect(reply.status == .badRequest)
        #expect(
            reply.text.hasPrefix(#"{"error":"The body must be either {\"advance\": \"90s\"} (a whole number with ms, "#)
        )
        #expect(service.clock.now == ManualClock().now)
    }

    @Test(arguments: [
        "", "{", "[]", "null", #"{"advance":5}"#, #"{"advance":"1s"} x"#, #"{"advance":"1s","advance":"1s"}"#,
    ])
    func `a body that is no JSON object of texts is refused`(body: String) {
        let reply = reply(.POST, "/_apus/clock", body)

        #expect(reply.status == .badRequest)
        #expect(reply.text.hasPrefix(#"{"error":""#))
        #expect(service.clock.now == ManualClock().now)
    }

    @Test func `the clock does not go back`() {
        let reply = reply(.POST, "/_apus/clock", #"{"set":"2025-12-31T23:59:59.999Z"}"#)

        #expect(reply.status == .badRequest)
        #expect(reply.text == #"{"error":"The clock shows 2026-01-01T00:00:00Z and does not go back"}"#)
    }

    @Test(arguments: [#"{"set":"9999-12-31T23:59:59.999Z"}"#, #"{"advance":"1ms"}"#, #"{"advance":"8784h"}"#])
    func `the clock goes no further than dates can tell`(body: String) {
        #expect(reply(.POST, "/_apus/clock", #"{"set":"9999-12-31T23:59:59.999Z"}"#).status == .ok)

        let reply = reply(.POST, "/_apus/clock", body)

        #expect(reply.status == (body.contains("set") ? .ok : .badRequest))
        #expect(service.clock.now == Timestamp.writable.upperBound)
    }

    @Test func `the clock of the machine is told, and not moved`() throws {
        let database = try Database(
            store: MemoryStore(),
            logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        let admin = AdminInterface(
            database: database,
            faults: service.faults,
            metrics: service.requests,
            key: nil,
            allowsScenarios: false
        )

        let told = admin.reply(to: Self.request(.GET, "/_apus/clock"))
        let moved = admin.reply(to: Self.request(.POST, "/_apus/clock", #"{"advance":"1s"}"#))

        #expect(told.text.hasSuffix(#","mode":"machine"}"#))
        #expect(moved.status == .badRequest)
        #expect(moved.text.contains("that of the machine and cannot be moved; start the server with --clock manual"))
    }

    // MARK: Asking

    private func reply(
        _ method: HTTPMethod,
        _ uri: String,
        _ body: String = "",
        headers: HTTPHeaders = [:],
        isLocal: Bool = true,
        key: String? = nil
    ) -> HTTPReply {
        let admin = AdminInterface(
            database: service.database,
            faults: service.faults,
            metrics: service.requests,
            key: key,
            allowsScenarios: false
        )
        return admin.reply(to: Self.request(method, uri, body, headers: headers, isLocal: isLocal))
    }

    private static func request(
        _ method: HTTPMethod,
        _ uri: String,
        _ body: String = "",
        headers: HTTPHeaders = [:],
        isLocal: Bool = true
    ) -> HTTPRequest {
        HTTPRequest(method: method, uri: uri, headers: headers, body: ByteBuffer(string: body), isLocal: isLocal)
    }
}

extension HTTPReply {
    var text: String { String(decoding: body, as: UTF8.self) }
}

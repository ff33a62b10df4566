// The admin interface: time, faults, throughput and metrics, for whoever runs the server.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire
import NIOHTTP1

/// Answers requests under `/_apus/`, and `/metrics`. What it answers is written down in docs/admin.md.
///
/// It is open to callers on the same machine, and to whoever has the key.
struct AdminInterface: Sendable {
    private static let prefix = "/_apus"
    private static let keyHeader = "x-apus-admin-key"

    let database: Database
    let faults: FaultEngine
    let metrics: RequestMetrics
    /// Nil where no key opens the interface.
    let key: String?
    /// Whether a request may ask for a fault scenario of its own.
    let allowsScenarios: Bool

    /// Whether a path is one of the admin interface's.
    static func serves(_ path: Substring) -> Bool {
        path == "/metrics" || path == Self.prefix || path.hasPrefix("\(Self.prefix)/")
    }

    func reply(to request: HTTPRequest) -> HTTPReply {
        guard isAllowed(request) else {
            return Self.error(
                .forbidden,
                "The admin interface answers callers on the same machine, or with the key of --admin-key "
                    + "in the header X-Apus-Admin-Key"
            )
        }
        do {
            return try answer(request)
        } catch let refusal as AdminRefusal {
            return Self.error(refusal.status, refusal.text)
        } catch let error as ServiceError {
            return Self.error(.badRequest, error.message ?? "The body is no valid JSON")
        } catch {
            return Self.error(.internalServerError, "The figures could not be read: \(error)")
        }
    }

    /// Calls `body` once what a request brings about has happened: a clock that has moved lets items expire.
    func whenDone(_ request: HTTPRequest, _ body: @escaping @Sendable () -> Void) {
        let movesClock = request.method == .POST && request.path.hasPrefix("\(Self.prefix)/clock")
        guard movesClock, database.clock is ManualClock else { return body() }
        database.whenExpiriesSettled(body)
    }

    /// A page in a browser on this machine, or a proxy, may not lend its access to others: a request with an origin,
    /// for another host, or passed on, needs the key.
    private func isAllowed(_ request: HTTPRequest) -> Bool {
        if let key, Self.key(of: request)?.hasSameBytesInConstantTime(as: key) == true { return true }
        guard request.isLocal, !Self.foreignHeaders.contains(where: { request.headers.contains(name: $0) }) else {
            return false
        }
        return request.headers.first(name: "host").map(Self.isLocalHost) ?? true
    }

    private static let foreignHeaders = ["origin", "forwarded", "via", "x-forwarded-for", "x-forwarded-host"]

    private static func key(of request: HTTPRequest) -> String? {
        if let key = request.headers.first(name: keyHeader) { return key }
        let bearer = "Bearer "
        let authorization = request.headers.first(name: "authorization")
        return authorization.flatMap { $0.hasPrefix(bearer) ? String($0.dropFirst(bearer.count)) : nil }
    }

    private static func isLocalHost(_ host: String) -> Bool {
        Loopback.contains(host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" })
    }

    // MARK: Routes

    private func answer(_ request: HTTPRequest) throws -> HTTPReply {
        if request.path == "/metrics" { return try metricsPage(request) }
        let parts = request.path.dropFirst(Self.prefix.count).split(separator: "/").map(String.init)
        let body = request.body
        if request.method == .POST, parts.count == 3, parts[0] == "streams", let renewal = Self.renewals[parts[2]] {
            return try renewShards(of: parts[1].withoutPercentEncoding, renewal, AdminQuery(request.query))
        }
        guard parts.count <= 2 else { throw Self.nothing(at: request) }
        switch (request.method, parts.first ?? "", parts.dropFirst().first) {
        case (.GET, "", nil):
            return Self.json { $0.member("paths", ["clock", "faults", "scenarios", "streams", "throughput"]) }
        case (.GET, "clock", nil): return Self.json(writeClock)
        case (.POST, "clock", nil): return try body.withUnsafeReadableBytes(moveClock)
        case (.GET, "throughput", nil): return try throughput(AdminQuery(request.query))
        case (.GET, "faults", nil): return Self.json(writeFaults)
        case (.POST, "faults", nil): return try body.withUnsafeReadableBytes(addFaults)
        case (.PUT, "faults", nil): return try body.withUnsafeReadableBytes(replaceFaults)
        case (.DELETE, "faults", let name): return try removeFaults(name)
        case (.PUT, "scenarios", let name?): return try switchScenario(name, isOn: true)
        case (.DELETE, "scenarios", let name?): return try switchScenario(name, isOn: false)
        default: throw Self.nothing(at: request)
        }
    }

    private static let renewals = ["split": ShardRenewal.split, "roll": .roll]

    private static func nothing(at request: HTTPRequest) -> AdminRefusal {
        AdminRefusal(.notFound, "There is no \(request.method.rawValue) \(request.path) here; see docs/admin.md")
    }

    private func metricsPage(_ request: HTTPRequest) throws -> HTTPReply {
        guard request.method == .GET else { throw AdminRefusal(.methodNotAllowed, "The metrics can only be read") }
        let text = try MetricsPage(requests: metrics, database: database, faults: faults).text()
        return HTTPReply(
            status: .ok,
            headers: ["Content-Type": MetricsText.contentType],
            body: Array(text.utf8)
        )
    }

    static func json(_ members: (inout JSONWriter) -> Void) -> HTTPReply {
        var writer = JSONWriter()
        writer.object(members)
        return HTTPReply(status: .ok, headers: ["Content-Type": "application/json"], body: writer.bytes)
    }

    private static func error(_ status: HTTPResponseStatus, _ text: String) -> HTTPReply {
        var reply = json { $0.member("error", text) }
        reply.status = status
        return reply
    }
}

/// A request to the admin interface that cannot be answered.
struct AdminRefusal: Error {
    let status: HTTPResponseStatus
    let text: String

    init(_ status: HTTPResponseStatus, _ text: String) {
        self.status = status
        self.text = text
    }
}

extension JSONWriter {
    mutating func member(_ name: StaticString, _ texts: [String]) {
        self.name(name)
        array { writer in texts.forEach { writer.string($0) } }
    }
}

extension String {
    /// How long this takes tells nothing of where two texts differ.
    fileprivate func hasSameBytesInConstantTime(as other: String) -> Bool {
        let (own, others) = (Array(utf8), Array(other.utf8))
        guard own.count == others.count else { return false }
        return zip(own, others).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

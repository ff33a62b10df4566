// What may be chosen about the connections of a client.

import Foundation

/// Times, the number of connections, and how they are made.
public struct TransportSettings: Equatable, Sendable {
    /// How long making a connection may take.
    public var connectTime: Duration
    /// How long an attempt waits for its whole answer.
    public var answerTime: Duration
    /// How many connections to one endpoint are kept open. More are made when all are in use, and closed afterwards.
    public var connections: Int
    /// The proxy that connections go through, plain ones too, by its method CONNECT; nil for none.
    public var proxy: HTTPProxy?
    /// Whose certificates are believed.
    public var trust: TLSTrust

    /// Settings of these values.
    public init(
        connectTime: Duration = .seconds(5),
        answerTime: Duration = .seconds(60),
        connections: Int = 64,
        proxy: HTTPProxy? = nil,
        trust: TLSTrust = .system
    ) {
        precondition(connections > 0, "a client has one connection at least")
        self.connectTime = connectTime
        self.answerTime = answerTime
        self.connections = connections
        self.proxy = proxy
        self.trust = trust
    }

    /// For services on this machine or beside it, some of which may not be there at all.
    static let nearby = TransportSettings(connectTime: .seconds(1), answerTime: .seconds(5))
}

/// Whose certificates a client believes.
public enum TLSTrust: Equatable, Sendable {
    /// Those that the system believes.
    case system
    /// Those of a file in the form PEM, and no others.
    case file(String)
}

/// A server that passes connections on.
public struct HTTPProxy: Equatable, Sendable {
    /// Its host, as an address has it.
    public let host: String
    /// Its port.
    public let port: Int
    /// Who one is to it: a name and a password, or nil.
    public let login: Login?

    /// A name and a password.
    public struct Login: Equatable, Sendable {
        /// The name.
        public let name: String
        /// The password.
        public let password: String

        /// A name and a password.
        public init(name: String, password: String) {
            self.name = name
            self.password = password
        }
    }

    /// The proxy at a host and a port.
    public init(host: String, port: Int, login: Login? = nil) {
        self.host = host
        self.port = port
        self.login = login
    }

    /// Reads an address such as `http://name:password@proxy.example:3128`, as environments have it; nil for another
    /// kind of text. A proxy that is spoken to over TLS is none that the library knows.
    public init?(_ address: String) {
        var rest = address[...]
        if let scheme = rest.range(of: "://") {
            guard rest[..<scheme.lowerBound].lowercased() == "http" else { return nil }
            rest = rest[scheme.upperBound...]
        }
        var login: Login?
        if let at = rest.lastIndex(of: "@") {
            let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let words = parts.compactMap { String($0).removingPercentEncoding }
            guard words.count == parts.count else { return nil }
            login = Login(name: words[0], password: words.count > 1 ? words[1] : "")
            rest = rest[rest.index(after: at)...]
        }
        guard let endpoint = Endpoint("http://\(rest)") else { return nil }
        self.init(host: endpoint.host, port: endpoint.port, login: login)
    }
}

extension HTTPProxy: CustomStringConvertible {
    /// Tells no password.
    public var description: String { "http://\(host):\(port)" }
}

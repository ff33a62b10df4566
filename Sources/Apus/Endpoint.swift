// Where a service answers.

/// The address of a service: scheme, host and port, and nothing behind them.
public struct Endpoint: Hashable, Sendable {
    /// Plain or over TLS.
    public enum Scheme: String, Sendable {
        /// Plain HTTP.
        case http
        /// HTTP over TLS.
        case https

        var defaultPort: Int {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    /// How one speaks to it.
    public let scheme: Scheme
    /// The host as an address has it: an IPv6 address stands in brackets.
    public let host: String
    /// The port, also where it is the scheme's own.
    public let port: Int

    /// Reads an address such as `http://127.0.0.1:8000`; nil where it has a path, a user or no host.
    public init?(_ address: String) {
        let parts = address.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let scheme = Scheme(rawValue: parts[0].lowercased()), parts[1].hasPrefix("//") else {
            return nil
        }
        var authority = parts[1].dropFirst(2)
        if authority.last == "/" { authority.removeLast() }
        let hostEnd = Self.hostEnd(of: authority)
        let (host, rest) = (authority[..<hostEnd], authority[hostEnd...])
        guard !host.isEmpty, !host.contains(where: { "/?#@ ".contains($0) }) else { return nil }
        guard let port = rest.isEmpty ? scheme.defaultPort : Int(rest.dropFirst()) else { return nil }
        guard rest.isEmpty || rest.first == ":", (1...65_535).contains(port) else { return nil }
        self.scheme = scheme
        self.host = String(host)
        self.port = port
    }

    /// The endpoint of an AWS service in a region. Endpoints that bear an account's number are left out.
    public init(service: String = "dynamodb", region: String, variant: EndpointVariant = EndpointVariant()) {
        scheme = .https
        host = variant.host(of: service, region: region)
        port = Scheme.https.defaultPort
    }

    /// Where the streams of the tables are read that this endpoint has: on AWS that is another host.
    var ofStreams: Endpoint {
        let labels = host.lowercased().split(separator: ".", maxSplits: 1)
        guard isAmazon, labels.count == 2, ["dynamodb", "dynamodb-fips"].contains(labels[0]) else { return self }
        let joint = AWSPartition.dualStackSuffixes.contains { labels[1].hasSuffix(".\($0)") } ? "-" : "."
        return Endpoint(scheme: scheme, host: "streams\(joint)\(host)", port: port)
    }

    private init(scheme: Scheme, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    private static func hostEnd(of authority: Substring) -> Substring.Index {
        if authority.first == "[", let bracket = authority.firstIndex(of: "]") {
            return authority.index(after: bracket)
        }
        return authority.firstIndex(of: ":") ?? authority.endIndex
    }

    /// The value of the header `host`: without the port where it is the scheme's own.
    var hostHeader: String {
        port == scheme.defaultPort ? host : "\(host):\(port)"
    }

    /// Whether this is AWS itself, which takes no made-up credentials.
    var isAmazon: Bool {
        AWSPartition.allSuffixes.contains { host.lowercased().hasSuffix(".\($0)") }
    }

    /// Whether a text can be the name of a region, and so a part of a host.
    static func isRegion(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?/) != nil
    }
}

extension Endpoint: CustomStringConvertible {
    /// The address, without the port where it is the scheme's own.
    public var description: String { "\(scheme.rawValue)://\(hostHeader)" }
}

extension Endpoint: ExpressibleByStringLiteral {
    /// The address of a literal, which must be one.
    public init(stringLiteral value: String) {
        guard let endpoint = Endpoint(value) else { preconditionFailure("\(value) is no address such as http://host") }
        self = endpoint
    }
}

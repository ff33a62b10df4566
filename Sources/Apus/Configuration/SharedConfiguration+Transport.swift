// How the surroundings want connections to be made.

extension SharedConfiguration {
    /// The proxy and the trust that are set for connections to an endpoint.
    func transport(to endpoint: Endpoint) throws(ClientConfigurationError) -> TransportSettings {
        TransportSettings(proxy: try proxy(to: endpoint), trust: text(.caBundle).map { .file($0.text) } ?? .system)
    }

    private func proxy(to endpoint: Endpoint) throws(ClientConfigurationError) -> HTTPProxy? {
        let name = "\(endpoint.scheme.rawValue)_proxy"
        // As everywhere, the small letters stand over the capitals.
        for variable in [name, name.uppercased()] {
            guard let address = environment[variable] else { continue }
            if isExempt(endpoint.host) { return nil }
            guard let proxy = HTTPProxy(address) else {
                let shown = String(address.split(separator: "@").last ?? "")
                throw .badValue(shown, place: variable, wanted: "an address like http://proxy.example:3128")
            }
            return proxy
        }
        return nil
    }

    /// Whether the list of `no_proxy` has the host, a domain that it lies in, or a star.
    private func isExempt(_ host: String) -> Bool {
        let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        let host = host.lowercased()
        return list.split(separator: ",").contains { entry in
            let name = entry.trimmed.lowercased()
            let domain = name.hasPrefix(".") ? String(name.dropFirst()) : name
            return name == "*" || (!domain.isEmpty && (host == domain || host.hasSuffix(".\(domain)")))
        }
    }
}

// An address with a path, such as one that hands out credentials.

/// An endpoint and what stands behind it.
struct WebAddress: Equatable {
    let endpoint: Endpoint
    /// Begins with a slash; a query belongs to it.
    let path: String

    init(endpoint: Endpoint, path: String) {
        self.endpoint = endpoint
        self.path = path
    }

    /// Nil where the text is no address of HTTP.
    init?(_ text: String) {
        guard let scheme = text.firstRange(of: "://") else { return nil }
        let end = text[scheme.upperBound...].firstIndex { "/?".contains($0) } ?? text.endIndex
        guard let endpoint = Endpoint(String(text[..<end])) else { return nil }
        let rest = text[end...]
        guard rest.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !rest.contains("#") else { return nil }
        self.init(endpoint: endpoint, path: rest.first == "/" ? String(rest) : "/\(rest)")
    }
}

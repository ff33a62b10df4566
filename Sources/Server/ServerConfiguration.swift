// What can be set of the server.

/// Where the server listens, and whose tables it serves.
package struct ServerConfiguration: Sendable {
    package var host: String
    /// 0 lets the system choose.
    package var port: Int
    /// The region that answers name where a request has not named one.
    package var defaultRegion: String
    /// The account that all tables belong to.
    package var account: String
    /// What opens the admin interface to callers from other machines, in a header; nil lets none of them in.
    package var adminKey: String?
    /// Whether a request may ask for a fault scenario of its own, in a header.
    package var allowsFaultHeader: Bool

    package init(
        host: String = "127.0.0.1",
        port: Int = 8000,
        defaultRegion: String = "us-east-1",
        account: String = "123456789012",
        adminKey: String? = nil,
        allowsFaultHeader: Bool = false
    ) {
        self.host = host
        self.port = port
        self.defaultRegion = defaultRegion
        self.account = account
        self.adminKey = adminKey
        self.allowsFaultHeader = allowsFaultHeader
    }
}

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

    package init(
        host: String = "127.0.0.1",
        port: Int = 8000,
        defaultRegion: String = "us-east-1",
        account: String = "123456789012"
    ) {
        self.host = host
        self.port = port
        self.defaultRegion = defaultRegion
        self.account = account
    }
}

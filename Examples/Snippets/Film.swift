// What the snippets keep in tables.

import ApusTesting

struct Film: Codable, Equatable {
    var title: String
    var year: Int
    var rating: Int?
    var version: Int?
}

extension Film {
    /// The table of the films, made on the server of the test.
    static func table() async throws -> Table<Film> {
        let server = TestServer.current
        try await server.createTable("Films", partitionKey: ("title", .s), sortKey: ("year", .n))
        return Table(
            "Films",
            of: Film.self,
            partitionKey: "title",
            sortKey: "year",
            versionAttribute: "version",
            client: server.client()
        )
    }
}

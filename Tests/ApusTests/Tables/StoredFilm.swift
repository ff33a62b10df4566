// The elements of the tests' table.

import ApusModel

@testable import Apus

struct StoredFilm: Codable, Equatable {
    var title: String
    var year: Int
    var rating: Double?
    var version: Int?

    static let metropolis = StoredFilm(title: "Metropolis", year: 1927)
    /// The key of the same film.
    static let key = KeyValues.key("Metropolis", 1927)

    static func table(_ transport: ScriptedTransport, versioned: Bool = false) -> Table<StoredFilm> {
        Table(
            "films",
            partitionKey: "title",
            sortKey: "year",
            versionAttribute: versioned ? "version" : nil,
            client: DynamoDBClient(scripted: transport)
        )
    }
}

// The code of the page about typed tables.

import ApusTesting
import Testing

struct TablesPage {
    @Test(.apus) func `elements are put, found, changed and deleted`() async throws {
        let films = try await Film.table()
        try await films.put(Film(title: "Metropolis", year: 1927), if: path("title").doesNotExist)
        let film = try await films.get(.key("Metropolis", 1927))
        let rated = try await films.update(.key("Metropolis", 1927), by: UpdateExpression().set("rating", to: 5))
        let twenties = KeyConditionExpression("title", equals: "Metropolis").and(SortKey("year") < 1930)
        for try await film in try films.query(twenties, filter: path("rating") >= 4) {
            print(film.title)
        }
        let count = try await films.count(twenties)
        try await films.delete(.key("Metropolis", 1927))

        #expect(film?.title == "Metropolis" && rated?.rating == 5 && count == 1)
        #expect(try await films.get(.key("Metropolis", 1927)) == nil)
    }

    @Test(.apus) func `who saves what another has saved meanwhile is told`() async throws {
        let films = try await Film.table()
        var ratings: [Int?] = []
        var film = try await films.save(Film(title: "Metropolis", year: 1927))
        let elsewhere = film
        try await films.save(elsewhere)
        film.rating = 5
        do {
            film = try await films.save(film)
        } catch let conflict as VersionConflict<Film> {
            ratings.append(conflict.current?.rating)
            film.version = conflict.current?.version
            film = try await films.save(film)
        }

        #expect(ratings == [nil])
        #expect(film.version == 3 && film.rating == 5)
    }

    @Test(.apus) func `a table is waited for, and read in parallel`() async throws {
        let client = try await Film.table().client
        try await client.waitUntilTableExists("Films", timeout: .seconds(60))
        var positions = ScanPositions(segments: 8)
        let scan = client.parallelScan(ScanInput(tableName: "Films"), from: positions, readUnitsPerSecond: 100)
        for try await page in scan {
            print(page.items.count)
            positions.advance(past: page)
        }

        #expect(positions.areAtEnd)
    }
}

// What the library does with tables, against a server.

import ApusModel
import ApusTesting
import Testing

@Suite(.apus) struct TableTests {
    private struct Film: Codable, Equatable {
        var title: String
        var year: Int
        var rating: Double?
        var version: Int?
    }

    private var client: DynamoDBClient { TestServer.current.client() }

    private func films() async throws -> Table<Film> {
        try await TestServer.current.createTable("films", partitionKey: ("title", .s), sortKey: ("year", .n))
        return Table(
            "films",
            partitionKey: "title",
            sortKey: "year",
            versionAttribute: "version",
            client: client
        )
    }

    /// Five hundred films of forty titles.
    private func fill(_ films: Table<Film>) async throws {
        let changes = try (1...500).map { year in
            BatchChange.put(try films.encoder.encode(Film(title: "f\(year % 40)", year: year)), into: films.name)
        }
        let writer = BatchWriter<Void>(client: films.client)
        await writer.add(contentsOf: changes)
        #expect(await writer.finish().isComplete)
    }

    @Test func `a version guards an element against whoever does not know of it`() async throws {
        let films = try await films()
        let first = try await films.save(Film(title: "Metropolis", year: 1927))

        let second = try await films.update(
            .key("Metropolis", 1927),
            by: UpdateExpression().set("rating", to: 4.5)
        )
        let conflict = await #expect(throws: VersionConflict<Film>.self) { try await films.save(first) }

        #expect(first.version == 1)
        #expect(second == Film(title: "Metropolis", year: 1927, rating: 4.5, version: 2))
        #expect(conflict?.current == second)
        #expect(try await films.save(try #require(second)).version == 3)
    }

    @Test func `a condition that does not hold brings the element that is there`() async throws {
        let films = try await films()
        let film = Film(title: "Metropolis", year: 1927)
        try await films.put(film)

        let failure = await #expect(throws: ConditionFailure<Film>.self) {
            try await films.put(film, if: path("title").doesNotExist)
        }

        #expect(failure?.current == film)
    }

    @Test func `a query walks its pages in order`() async throws {
        let films = try await films()
        try await fill(films)
        let key = KeyConditionExpression("title", equals: "f7")

        var years: [Int] = []
        let later = key.and(SortKey("year") > 100)
        for try await film in try films.query(later, options: ReadOptions(isAscending: false)) {
            years.append(film.year)
        }

        #expect(years == (101...500).reversed().filter { $0 % 40 == 7 })
        #expect(try await films.count(later, filter: path("rating").doesNotExist) == years.count)
        #expect(try await films.count() == 500)
    }

    @Test func `a parallel scan that is taken up again misses nothing and repeats nothing`() async throws {
        let films = try await films()
        try await fill(films)
        let input = ScanInput(tableName: "films", limit: 20)
        var positions = ScanPositions(segments: 4)
        var years: [Int] = []

        var seen = 0
        for try await page in client.parallelScan(input, from: positions) {
            years += page.items.compactMap { $0["year"]?.asInt }
            positions.advance(past: page)
            seen += 1
            if seen == 6 { break }
        }
        for try await page in client.parallelScan(input, from: positions) {
            years += page.items.compactMap { $0["year"]?.asInt }
        }

        #expect(years.sorted() == Array(1...500))
    }

    @Test func `pages follow one another until none is left`() async throws {
        let films = try await films()
        try await fill(films)

        var (pages, items) = (0, 0)
        for try await page in client.scanPages(ScanInput(tableName: "films", limit: 7)) {
            pages += 1
            items += page.items.count
        }

        #expect(items == 500)
        #expect(pages >= 72)
    }

    @Test func `keys are read in batches, and those without an item are told`() async throws {
        let films = try await films()
        try await fill(films)
        let keys = (1...600).map {
            BatchGetKey(["title": .string("f\($0 % 40)"), "year": .number(Number($0))], in: "films")
        }

        let found = BatchGetter(client: client).items(for: keys)
        var years: [Int] = []
        for await item in found { if let year = item.item["year"]?.asInt { years.append(year) } }

        let outcome = await found.outcome
        #expect(years.sorted() == Array(1...500))
        #expect(outcome.found == 500)
        #expect(outcome.missing.count == 100)
        #expect(outcome.leftOver.isEmpty)
    }

    @Test func `a wait ends when a table is gone`() async throws {
        _ = try await films()

        _ = try await client.deleteTable(DeleteTableInput(tableName: "films"))
        try await client.waitUntilTableIsGone("films")

        var names: [String] = []
        for try await name in client.tableNames() { names.append(name) }
        #expect(names.isEmpty)
    }
}

// Keeps films in a table, and meets someone else who writes them.

import Apus

struct Film: Codable {
    var title: String
    var year: Int
    var rating: Int?
    var version: Int?
}

let client = DynamoDBClient(try ClientConfiguration(ClientChoices(fallbackEndpoint: "http://127.0.0.1:8000")))

let definition = CreateTableInput(
    tableName: "Films",
    attributeDefinitions: [
        AttributeDefinition(attributeName: "title", attributeType: .s),
        AttributeDefinition(attributeName: "year", attributeType: .n),
    ],
    keySchema: [
        KeySchemaElement(attributeName: "title", keyType: .hash),
        KeySchemaElement(attributeName: "year", keyType: .range),
    ],
    billingMode: .payPerRequest
)
do throws(CallError) {
    _ = try await client.createTable(definition)
} catch {
    guard error.code == .resourceInUse else { throw error }
    print("there is such a table already")
}
try await client.waitUntilTableExists("Films")

let films = Table(
    "Films",
    of: Film.self,
    partitionKey: "title",
    sortKey: "year",
    versionAttribute: "version",
    client: client
)
try await films.put(Film(title: "Metropolis", year: 1927, version: 1))
try await films.put(Film(title: "Metropolis", year: 2001, version: 1))

for try await film in try films.query(KeyConditionExpression("title", equals: "Metropolis")) {
    print(film.title, film.year)
}

if var mine = try await films.get(.key("Metropolis", 1927)), var yours = try await films.get(.key("Metropolis", 1927)) {
    mine.rating = 5
    try await films.save(mine)

    yours.rating = 3
    do {
        try await films.save(yours)
    } catch let conflict as VersionConflict<Film> {
        print("someone else gave it a \(conflict.current?.rating ?? 0)")
    }
}
await client.shutDown()

// Logs a day of birds, and looks at some of them.

import Apus

let configuration = try ClientConfiguration(ClientChoices(fallbackEndpoint: "http://127.0.0.1:8000"))
let client = DynamoDBClient(configuration)
let sightings = Sightings(client: client)

_ = try await client.createTable(Sightings.definition)
try await client.waitUntilTableExists("Sightings")

let outcome = try await sightings.load(Sighting.day)
print("written \(outcome.written) of \(outcome.accepted), left over \(outcome.leftOver), in rounds: \(outcome.rounds)")

let morning = KeyConditionExpression("bird", equals: "wren").and(SortKey("hour").between(6, and: 9))
for try await sighting in try sightings.table.query(morning) {
    print("at \(sighting.hour): \(sighting.count)")
}

let counted = try await sightings.countOneMore("wren", at: 7)
print("one more at \(counted.hour): \(counted.count)")
await client.shutDown()

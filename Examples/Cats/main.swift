// Writes a cat into a table that is there, and reads all cats of its owner.

import Apus

struct Cat: Codable {
    var owner: String
    var name: String
    var lives = 9
}

let client = DynamoDBClient(try ClientConfiguration(ClientChoices(fallbackEndpoint: "http://127.0.0.1:8000")))
let cats = Table("Cats", of: Cat.self, partitionKey: "owner", sortKey: "name", client: client)
try await cats.put(Cat(owner: "ada", name: "minka"))
for try await cat in try cats.query(KeyConditionExpression("owner", equals: "ada")) {
    print(cat.name, cat.lives)
}
await client.shutDown()

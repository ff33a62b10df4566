// Loads more than a table can take at once, tells how it goes, and accounts for each item.

import Apus

let client = DynamoDBClient(try ClientConfiguration(ClientChoices(fallbackEndpoint: "http://127.0.0.1:8000")))
_ = try await client.createTable(
    CreateTableInput(
        tableName: "Readings",
        attributeDefinitions: [AttributeDefinition(attributeName: "number", attributeType: .n)],
        keySchema: [KeySchemaElement(attributeName: "number", keyType: .hash)],
        billingMode: .provisioned,
        provisionedThroughput: ProvisionedThroughput(readCapacityUnits: 50, writeCapacityUnits: 50)
    )
)
try await client.waitUntilTableExists("Readings")

// Each change bears a number of ours, by which we hear of its fate.
let changes = AsyncStream<BatchChange<Int>> { continuation in
    for number in 1...300 {
        let item: Item = ["number": .number(Number(number)), "celsius": .number(Number(number % 30))]
        continuation.yield(.put(item, into: "Readings", origin: number))
    }
    continuation.finish()
}

let writer = BatchWriter<Int>(client: client)
let watch = Task {
    for await progress in writer.progress {
        let figures = progress.total
        print("written \(figures.written), unprocessed by round \(figures.unprocessedByRound)")
    }
}
let outcome = await writer.write(contentsOf: changes)
await watch.value

for change in outcome.unwritten {
    print("not written after \(change.attempts) attempts: \(change.change.origin), because \(change.reason)")
}
let sum = "\(outcome.written) written + \(outcome.refused) refused + \(outcome.leftOver) left over"
print("\(outcome.accepted) accepted = \(sum)")
await client.shutDown()

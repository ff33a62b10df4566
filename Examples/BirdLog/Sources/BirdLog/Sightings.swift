// The table of sightings.

import Apus

/// Keeps sightings: one for each bird and hour.
struct Sightings {
    static let definition = CreateTableInput(
        tableName: "Sightings",
        attributeDefinitions: [
            AttributeDefinition(attributeName: "bird", attributeType: .s),
            AttributeDefinition(attributeName: "hour", attributeType: .n),
        ],
        keySchema: [
            KeySchemaElement(attributeName: "bird", keyType: .hash),
            KeySchemaElement(attributeName: "hour", keyType: .range),
        ],
        billingMode: .provisioned,
        provisionedThroughput: ProvisionedThroughput(readCapacityUnits: 40, writeCapacityUnits: 40)
    )

    let table: Table<Sighting>

    init(client: DynamoDBClient) {
        table = Table("Sightings", partitionKey: "bird", sortKey: "hour", versionAttribute: "version", client: client)
    }

    /// Writes all of them, and tells what became of each.
    func load(
        _ sightings: [Sighting],
        options: BatchWriteOptions = BatchWriteOptions()
    ) async throws -> BatchWriteOutcome<Void> {
        let changes = try sightings.map { BatchChange.put(try table.encoder.encode($0), into: table.name) }
        let writer = BatchWriter<Void>(client: table.client, options: options)
        await writer.add(contentsOf: changes)
        return await writer.finish()
    }

    /// Counts one bird more, while others may do the same.
    func countOneMore(_ bird: String, at hour: Int) async throws -> Sighting {
        let key = KeyValues.key(.string(bird), .number(Number(hour)))
        var sighting = try await table.get(key) ?? Sighting(bird: bird, hour: hour, count: 0)
        for _ in 1...10 {
            sighting.count += 1
            do {
                return try await table.save(sighting)
            } catch let conflict as VersionConflict<Sighting> {
                guard let current = conflict.current else { throw conflict }
                sighting = current
            }
        }
        return try await table.save(sighting)
    }
}

// Definitions of tables, and updates of them, for tests of what UpdateTable allows.

import ApusDatabase
import ApusModel
import ApusWire
import Testing

@testable import ApusOperations

extension TableDefinition {
    /// The table `Cats` (id), on-demand or with so many units of both kinds, as it is long after it was created.
    static func cats(units: Int? = nil, indexes: [IndexDefinition] = []) throws -> TableDefinition {
        let key = KeySchema(partition: KeyAttribute(name: "id", type: .string))
        var definition = TableDefinition(
            name: try #require(TableName("Cats")),
            region: "eu-north-1",
            uniqueID: "1",
            keySchema: key,
            creationTime: .begin,
            readyTime: .begin,
            throughput: ThroughputSettings(provisioned: units.map { ThroughputUnits(readUnits: $0, writeUnits: $0) }),
            indexes: indexes
        )
        definition.attributeDefinitions += indexes.flatMap(\.keySchema.attributes).filter { !key.contains($0.name) }
        return definition
    }

    /// This definition, after an UpdateTable with these members at a moment so many seconds after the beginning.
    func updated(
        by members: String,
        after seconds: Int = 60,
        taking delay: Duration = .zero
    ) throws -> TableDefinition {
        let body = Array("{\"TableName\":\"Cats\",\(members)}".utf8)
        let request = try body.withUnsafeBytes { try UpdateTableRequest.decode($0) }
        let update = try TableUpdate(request) { specification throws(ServiceError) in
            specification.enabled == true ? TableEncryption(keyArn: specification.kmsMasterKeyID ?? "default") : nil
        }
        let now = Timestamp.begin.advanced(by: .seconds(seconds))
        var definition = self
        try update.apply(to: &definition, at: Moment(now: now, ready: now.advanced(by: delay)))
        return definition
    }

    /// The text of the refusal that such an UpdateTable gets; nil where it is allowed.
    func refusal(of members: String, after seconds: Int = 60) throws -> String? {
        do {
            _ = try updated(by: members, after: seconds)
            return nil
        } catch let error as ServiceError {
            return "\(error.code.rawValue): \(error.message ?? "")"
        }
    }

    func index(_ name: String) throws -> IndexDefinition {
        try #require(indexes.first { $0.name == name })
    }
}

extension IndexDefinition {
    /// A global index by one attribute, on-demand or with so many units of both kinds.
    static func global(_ id: UInt8, _ name: String, by attribute: String, units: Int? = nil) -> IndexDefinition {
        IndexDefinition(
            id: id,
            name: name,
            kind: .global,
            keySchema: KeySchema(partition: KeyAttribute(name: attribute, type: .string)),
            projection: .all,
            readyTime: .begin,
            throughput: ThroughputSettings(provisioned: units.map { ThroughputUnits(readUnits: $0, writeUnits: $0) })
        )
    }
}

extension Timestamp {
    /// 2026-03-02T00:00:00 (UTC), a Monday.
    static let begin = Timestamp(milliseconds: 1_772_409_600_000)
}

// Keys and indexes as short as tests write them.

import ApusModel

extension KeyAttribute {
    static func string(_ name: String) -> KeyAttribute { KeyAttribute(name: name, type: .string) }
    static func number(_ name: String) -> KeyAttribute { KeyAttribute(name: name, type: .number) }
    static func binary(_ name: String) -> KeyAttribute { KeyAttribute(name: name, type: .binary) }
}

extension IndexDefinition {
    /// The global index `global<id>`.
    static func global(
        _ keySchema: KeySchema,
        _ projection: Projection = .all,
        id: UInt8 = 1,
        phase: Phase = .built
    ) -> IndexDefinition {
        IndexDefinition(
            id: id,
            name: "global\(id)",
            kind: .global,
            keySchema: keySchema,
            projection: projection,
            phase: phase,
            readyTime: Timestamp(milliseconds: 0),
            throughput: ThroughputSettings(provisioned: nil)
        )
    }

    /// The local index `local<id>` of a table whose partition key is `id`.
    static func local(sort: KeyAttribute, _ projection: Projection = .all, id: UInt8 = 1) -> IndexDefinition {
        IndexDefinition(
            id: id,
            name: "local\(id)",
            kind: .local,
            keySchema: KeySchema(partition: .string("id"), sort: sort),
            projection: projection,
            readyTime: Timestamp(milliseconds: 0)
        )
    }
}

// Definitions of tables in which anything may be set.

import ApusModel

extension TableDefinition {
    static func random(using chance: inout SeededGenerator) -> TableDefinition {
        let keys = KeySchema(
            partition: .random(using: &chance),
            sort: .sometimes(using: &chance) { .random(using: &$0) }
        )
        var definition = TableDefinition(
            name: TableName("Cats")!,
            region: ["eu-north-1", "us-east-1"].randomElement(using: &chance)!,
            uniqueID: "\(chance.next())",
            keySchema: keys,
            creationTime: .random(using: &chance),
            readyTime: .random(using: &chance),
            attributeDefinitions: .sometimes(using: &chance) { chance in
                (0..<Int.random(in: 1...5, using: &chance)).map { _ in .random(using: &chance) }
            },
            throughput: .random(using: &chance),
            indexes: (0..<Int.random(in: 0...4, using: &chance)).map { number in
                .random(id: UInt8(number * 60 + 1), using: &chance)
            },
            settings: .random(using: &chance)
        )
        definition.updatedTime = .sometimes(using: &chance) { .random(using: &$0) }
        definition.goneTime = .sometimes(using: &chance) { .random(using: &$0) }
        definition.lastOnDemandTime = .sometimes(using: &chance) { .random(using: &$0) }
        if definition.throughput.provisioned == nil { definition.lastOnDemandTime = .random(using: &chance) }
        return definition
    }
}

extension Optional {
    fileprivate static func sometimes(
        using chance: inout SeededGenerator,
        _ value: (inout SeededGenerator) -> Wrapped
    ) -> Wrapped? {
        Bool.random(using: &chance) ? value(&chance) : nil
    }
}

extension KeyAttribute {
    fileprivate static func random(using chance: inout SeededGenerator) -> KeyAttribute {
        KeyAttribute(
            name: ["id", "at", "\u{E9}", "e\u{301}", "boss"].randomElement(using: &chance)!,
            type: KeyAttributeType.allCases.randomElement(using: &chance)!
        )
    }
}

extension Timestamp {
    fileprivate static func random(using chance: inout SeededGenerator) -> Timestamp {
        Timestamp(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &chance))
    }
}

extension ThroughputUnits {
    fileprivate static func random(using chance: inout SeededGenerator) -> ThroughputUnits {
        ThroughputUnits(
            readUnits: Int.random(in: 1...40_000, using: &chance),
            writeUnits: Int.random(in: 1...40_000, using: &chance)
        )
    }
}

extension ThroughputSettings {
    fileprivate static func random(using chance: inout SeededGenerator) -> ThroughputSettings {
        var settings = ThroughputSettings(
            provisioned: .sometimes(using: &chance) { .random(using: &$0) },
            warm: .sometimes(using: &chance) { .random(using: &$0) }
        )
        settings.onDemandMaximum = OnDemandMaximum(
            readUnits: .sometimes(using: &chance) { Int.random(in: 1...9, using: &$0) },
            writeUnits: .sometimes(using: &chance) { Int.random(in: 1...9, using: &$0) }
        )
        settings.warmedTime = .sometimes(using: &chance) { .random(using: &$0) }
        settings.lastIncreaseTime = .sometimes(using: &chance) { .random(using: &$0) }
        settings.lastDecreaseTime = .sometimes(using: &chance) { .random(using: &$0) }
        settings.decreases = Int.random(in: 0...4, using: &chance)
        return settings
    }
}

extension IndexDefinition {
    fileprivate static func random(id: UInt8, using chance: inout SeededGenerator) -> IndexDefinition {
        let isLocal = Bool.random(using: &chance)
        return IndexDefinition(
            id: id,
            name: "index\(id)",
            kind: isLocal ? .local : .global,
            keySchema: KeySchema(
                partition: (0..<Int.random(in: 1...4, using: &chance)).map { _ in .random(using: &chance) },
                sort: (0..<Int.random(in: 0...4, using: &chance)).map { _ in .random(using: &chance) }
            ),
            projection: [.all, .keysOnly, .include(["color"]), .include(["\u{E9}", "x"])].randomElement(
                using: &chance
            )!,
            phase: [.building, .built, .deleting].randomElement(using: &chance)!,
            readyTime: .random(using: &chance),
            updatedTime: .sometimes(using: &chance) { .random(using: &$0) },
            throughput: isLocal ? nil : .random(using: &chance)
        )
    }
}

extension TableSettings {
    fileprivate static func random(using chance: inout SeededGenerator) -> TableSettings {
        var settings = TableSettings()
        settings.tableClass = TableClass.allCases.randomElement(using: &chance)!
        settings.tableClassTime = .sometimes(using: &chance) { .random(using: &$0) }
        settings.isDeletionProtected = Bool.random(using: &chance)
        settings.deletionProtectionTime = .sometimes(using: &chance) { .random(using: &$0) }
        settings.encryption = .sometimes(using: &chance) { TableEncryption(keyArn: "arn:\($0.next())") }
        settings.stream = .sometimes(using: &chance) { chance in
            TableStream(
                viewType: StreamViewType.allCases.randomElement(using: &chance)!,
                id: .sometimes(using: &chance) { UInt32.random(in: 1...(.max), using: &$0) }
            )
        }
        settings.lastStreamTime = .sometimes(using: &chance) { .random(using: &$0) }
        settings.tags = (0..<Int.random(in: 0...3, using: &chance)).map { Tag(key: "key\($0)", value: "") }
        settings.tagsTime = .sometimes(using: &chance) { .random(using: &$0) }
        return settings
    }
}

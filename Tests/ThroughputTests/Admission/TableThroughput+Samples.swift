// Tables, indexes and keys to try throughput on.

import ApusModel

@testable import ApusThroughput

extension TableThroughput {
    static let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"

    /// The throughput of an empty table from a point in time on.
    convenience init(of definition: TableDefinition, rules: ThroughputRules = ThroughputRules(), at now: Timestamp) {
        self.init(rules: rules)
        follow(definition, at: now)
    }

    func follow(_ definition: TableDefinition, at now: Timestamp) {
        follow(definition, arn: Self.arn, sizeBytes: { _ in 0 }, at: now)
    }

    /// The refusal of something; nil where it is admitted.
    func refusal(
        of charges: [Charge],
        for direction: ThrottlingReason.Direction = .write,
        _ now: Timestamp
    ) -> ServiceError? {
        do throws(ServiceError) {
            try admit(charges, for: direction, now)
            return nil
        } catch {
            return error
        }
    }

    /// The units that are left for writes to the table.
    func writeLevel(at now: Timestamp) -> Double {
        report(at: now).members[0].lanes.write.levelUnits
    }
}

extension TableDefinition {
    static func cats(
        _ throughput: ThroughputSettings,
        indexes: [IndexDefinition] = [],
        tags: [Tag] = [],
        updatedTime: Timestamp? = nil
    ) -> TableDefinition {
        var definition = TableDefinition(
            name: TableName("Cats")!,
            region: "eu-north-1",
            uniqueID: "0c2c5b1e-7a0f-4d3a-9f3e-3f1b2a4c5d6e",
            keySchema: KeySchema(partition: KeyAttribute(name: "id", type: .string)),
            creationTime: .newYear,
            readyTime: .newYear,
            throughput: throughput,
            indexes: indexes
        )
        definition.settings.tags = tags
        definition.updatedTime = updatedTime
        return definition
    }
}

extension IndexDefinition {
    static func global(
        _ id: UInt8,
        _ name: String,
        _ throughput: ThroughputSettings,
        updatedTime: Timestamp? = nil
    ) -> IndexDefinition {
        IndexDefinition(
            id: id,
            name: name,
            kind: .global,
            keySchema: KeySchema(partition: KeyAttribute(name: name, type: .string)),
            projection: .all,
            readyTime: .newYear,
            updatedTime: updatedTime,
            throughput: throughput
        )
    }
}

extension ThroughputSettings {
    static func provisioned(_ readUnits: Int, _ writeUnits: Int) -> ThroughputSettings {
        ThroughputSettings(provisioned: ThroughputUnits(readUnits: readUnits, writeUnits: writeUnits))
    }

    /// - Parameter warm: units per second, of reads as of writes; nil for what a new table has.
    static func onDemand(warm: Int? = nil, maximum: OnDemandMaximum = OnDemandMaximum()) -> ThroughputSettings {
        var settings = ThroughputSettings(
            provisioned: nil,
            warm: warm.map { ThroughputUnits(readUnits: $0, writeUnits: $0) }
        )
        settings.onDemandMaximum = maximum
        return settings
    }
}

extension KeyPlace {
    static let prefix: [UInt8] = [2, 7]

    /// The place of a key that begins with a hash, behind what all keys of its table begin with.
    static func at(_ hash: UInt32, _ rest: [UInt8] = []) -> KeyPlace {
        KeyPlace(prefix + bytes(hash) + rest, KeyForm(prefixLength: prefix.count))
    }

    /// The place of an item in a collection that must not be divided.
    static func inCollection(_ hash: UInt32, _ sortKey: [UInt8]) -> KeyPlace {
        KeyPlace(prefix + bytes(hash) + sortKey, KeyForm(prefixLength: prefix.count, end: prefix.count + 4))
    }

    static func bytes(_ hash: UInt32) -> [UInt8] {
        withUnsafeBytes(of: hash.bigEndian) { Array($0) }
    }
}

extension Timestamp {
    /// The beginning of 2026, and of a second, a minute and a day.
    static let newYear = Timestamp(milliseconds: 1_767_225_600_000)

    static func after(_ seconds: Double) -> Timestamp {
        Timestamp(milliseconds: newYear.milliseconds + Int64((seconds * 1_000).rounded()))
    }
}

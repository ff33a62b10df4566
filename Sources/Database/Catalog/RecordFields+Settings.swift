// The settings of tables and indexes as fields of a record.

import ApusModel
import ApusStorage

extension RecordFields {
    mutating func set(_ throughput: ThroughputSettings) {
        set("readUnits", throughput.provisioned?.readUnits)
        set("writeUnits", throughput.provisioned?.writeUnits)
        set("maxReadUnits", throughput.onDemandMaximum.readUnits)
        set("maxWriteUnits", throughput.onDemandMaximum.writeUnits)
        if throughput.warm != ThroughputSettings(provisioned: throughput.provisioned).warm {
            set("warmReadUnits", throughput.warm.readUnits)
            set("warmWriteUnits", throughput.warm.writeUnits)
        }
        set("warmedTime", throughput.warmedTime)
        set("increaseTime", throughput.lastIncreaseTime)
        set("decreaseTime", throughput.lastDecreaseTime)
        if throughput.decreases > 0 { set("decreases", throughput.decreases) }
    }

    func throughput() throws(StorageError) -> ThroughputSettings {
        var throughput = ThroughputSettings(provisioned: try units("readUnits", "writeUnits"))
        if let warm = try units("warmReadUnits", "warmWriteUnits") { throughput.warm = warm }
        throughput.onDemandMaximum = OnDemandMaximum(
            readUnits: try optionalInteger("maxReadUnits"),
            writeUnits: try optionalInteger("maxWriteUnits")
        )
        throughput.warmedTime = try optionalTime("warmedTime")
        throughput.lastIncreaseTime = try optionalTime("increaseTime")
        throughput.lastDecreaseTime = try optionalTime("decreaseTime")
        throughput.decreases = try optionalInteger("decreases") ?? 0
        return throughput
    }

    private func units(_ read: String, _ write: String) throws(StorageError) -> ThroughputUnits? {
        guard has(read) else { return nil }
        return ThroughputUnits(readUnits: try integer(read), writeUnits: try integer(write))
    }

    mutating func set(_ settings: TableSettings) {
        if settings.tableClass != .standard { self["tableClass"] = .string(settings.tableClass.rawValue) }
        set("tableClassTime", settings.tableClassTime)
        if settings.isDeletionProtected { self["isDeletionProtected"] = true }
        set("deletionProtectionTime", settings.deletionProtectionTime)
        self["encryptionKey"] = settings.encryption.map { .string($0.keyArn) }
        self["streamView"] = settings.stream.map { .string($0.viewType.rawValue) }
        set("streamTime", settings.lastStreamTime)
        set("streamId", settings.stream?.id.map(Int.init))
        set(settings.expiry)
        if !settings.tags.isEmpty {
            self["tags"] = .list(settings.tags.map { [.string($0.key), .string($0.value)] })
        }
        set("tagsTime", settings.tagsTime)
    }

    func settings() throws(StorageError) -> TableSettings {
        var settings = TableSettings()
        if has("tableClass") { settings.tableClass = try raw("tableClass") }
        settings.tableClassTime = try optionalTime("tableClassTime")
        settings.isDeletionProtected = try flag("isDeletionProtected")
        settings.deletionProtectionTime = try optionalTime("deletionProtectionTime")
        if has("encryptionKey") { settings.encryption = TableEncryption(keyArn: try text("encryptionKey")) }
        if has("streamView") {
            settings.stream = TableStream(viewType: try raw("streamView"), id: try optionalID("streamId"))
        }
        settings.lastStreamTime = try optionalTime("streamTime")
        settings.expiry = try expiry()
        settings.tags = try tags("tags")
        settings.tagsTime = try optionalTime("tagsTime")
        return settings
    }

    private mutating func set(_ expiry: ExpirySetting?) {
        guard let expiry else { return }
        self["expiryAttribute"] = .string(expiry.attributeName)
        if expiry.isEnabled { self["isExpiryEnabled"] = true }
        set("expiryGeneration", Int(expiry.generation))
        set("expiryChangeTime", expiry.changedTime)
        set("expiryReadyTime", expiry.readyTime)
    }

    private func expiry() throws(StorageError) -> ExpirySetting? {
        guard has("expiryAttribute") else { return nil }
        guard let generation = UInt32(exactly: try integer("expiryGeneration")) else {
            throw Self.damaged("expiryGeneration")
        }
        return ExpirySetting(
            attributeName: try text("expiryAttribute"),
            isEnabled: try flag("isExpiryEnabled"),
            generation: generation,
            changedTime: try time("expiryChangeTime"),
            readyTime: try time("expiryReadyTime")
        )
    }

    /// Whether something is so; an absent field says that it is not.
    private func flag(_ name: String) throws(StorageError) -> Bool {
        guard let value = self[name] else { return false }
        guard case .bool(let isSo) = value else { throw Self.damaged(name) }
        return isSo
    }

    private func tags(_ name: String) throws(StorageError) -> [Tag] {
        guard let value = self[name] else { return [] }
        guard case .list(let elements) = value else { throw Self.damaged(name) }
        var tags: [Tag] = []
        for element in elements {
            guard case .list(let parts) = element, parts.count == 2, case .string(let key) = parts[0],
                case .string(let text) = parts[1]
            else { throw Self.damaged(name) }
            tags.append(Tag(key: key, value: text))
        }
        return tags
    }
}

// The settings that a server runs with, merged from all that was said about them.

import ApusDatabase
import ApusModel
import ApusServer
import ApusStorage
import ApusThroughput
import Logging

/// What `apus serve` goes by.
struct ServeSettings: Equatable, Sendable {
    /// Where the data are.
    enum Place: Equatable, Sendable {
        case directory(String)
        case memory
    }

    let place: Place
    let host: String
    let port: Int
    let region: String
    let cacheBytes: Int
    let syncMode: SyncMode
    let logLevel: Logger.Level
    let transitionDelay: Duration
    let itemCollectionBytes: Int
    let clock: ClockMode
    let staleness: Duration
    /// How many expired items are removed in a second at most; nil for no bound.
    let expiryPace: Int?
    let expiryDelay: Duration
    let transactionWindow: Duration
    /// The file of fault rules.
    let faults: String?
    let allowsFaultHeader: Bool
    let adminKey: String?
    let throughput: ThroughputRules
    let triggers: TriggerSettings

    /// Merges the layers: what an earlier one sets stands over all later ones, and each setting has a default.
    init(layers: [SettingLayer]) throws(SettingError) {
        let settings = SettingReader(layers: layers)
        host = settings.text(.host) ?? "127.0.0.1"
        port = try settings.value(.port, "a port is a whole number from 0 to 65535", Self.port) ?? 8000
        region = try settings.value(.region, "a region is a name such as eu-north-1", Self.region) ?? "us-east-1"
        cacheBytes = try settings.value(.cache, ByteSize.forms) { ByteSize($0)?.bytes } ?? 512 << 20
        syncMode = try settings.value(.sync, Self.syncForms) { SyncMode($0) } ?? .commit
        logLevel = try settings.value(.logLevel, Self.levelForms) { Logger.Level(rawValue: $0) } ?? .info
        transitionDelay =
            try settings.value(.transitionDelay, Self.durationForms) { Duration(text: $0) } ?? .zero
        itemCollectionBytes =
            try settings.value(.itemCollectionLimit, ByteSize.forms) { ByteSize($0)?.bytes }
            ?? Limits.itemCollectionBytes
        clock = try settings.value(.clock, ClockMode.forms) { ClockMode($0) } ?? .machine
        staleness = try settings.value(.staleness, Self.durationForms) { Duration(text: $0) } ?? .zero
        expiryPace =
            try settings.value(.expiryPace, "it is a whole number from 1 to 1000000", Self.pace)
            ?? (clock == .machine ? DatabaseSettings.machineExpiryPace : nil)
        expiryDelay = try settings.value(.expiryDelay, Self.durationForms) { Duration(text: $0) } ?? .zero
        transactionWindow =
            try settings.value(.transactionWindow, Self.durationForms) { Duration(text: $0) } ?? .zero
        faults = settings.text(.faults)
        allowsFaultHeader = try settings.isSet(.allowFaultHeader)
        adminKey = try settings.value(.adminKey, "a key has one character at least") { $0.isEmpty ? nil : $0 }
        throughput = try ThroughputRules(settings, clock: clock)
        place = try Self.place(settings)
        triggers = try TriggerSettings(settings, place: place)
        try Self.checkReach(of: host, settings)
    }

    private static func pace(_ text: String) -> Int? {
        Int(text).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
    }

    private static let durationForms = "a length of time is \(Duration.textForms)"
    private static let syncForms =
        "it is commit, off, or interval:MS with 1 to 60000 milliseconds, such as interval:100"
    private static let levelForms =
        "a log level is \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))"

    private static func port(_ text: String) -> Int? {
        Int(text).flatMap { (0...65_535).contains($0) ? $0 : nil }
    }

    private static func region(_ text: String) -> String? {
        let isName = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return isName ? text : nil
    }

    private static func place(_ settings: SettingReader) throws(SettingError) -> Place {
        guard try settings.isSet(.inMemory) else { return .directory(settings.text(.data) ?? "apus-data") }
        // A default gives way in silence, but who names both in one breath has made a mistake.
        if let data = settings.source(of: .data), data == settings.source(of: .inMemory) {
            throw SettingError("\(data.name(of: .data)) and \(data.name(of: .inMemory)) exclude each other")
        }
        return .memory
    }

    private static func checkReach(of host: String, _ settings: SettingReader) throws(SettingError) {
        guard try !settings.isSet(.insecureBind), !Loopback.contains(host) else { return }
        throw SettingError(
            "The host \(host) can be reached from other machines, and apus does not authenticate its callers yet: "
                + "whoever reaches it can read and change all data. Use 127.0.0.1, or give --insecure-bind."
        )
    }
}

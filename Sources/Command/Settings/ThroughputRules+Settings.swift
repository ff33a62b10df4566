// How throughput is admitted, out of the settings.

import ApusModel
import ApusThroughput

extension ThroughputRules {
    /// The rules that the settings ask for; what they do not mention is as the service has it.
    init(_ settings: SettingReader, clock: ClockMode) throws(SettingError) {
        self.init()
        shortBurstSeconds =
            try settings.seconds(.shortBurst) ?? (clock == .machine ? Self.machineShortBurstSeconds : shortBurstSeconds)
        isEnforced = try settings.value(.throughput, Self.modeForms) { Self.modes[$0] } ?? isEnforced
        burstSeconds = try settings.seconds(.burst) ?? burstSeconds
        initialBurstSeconds = try settings.seconds(.initialBurst) ?? burstSeconds
        splitSeconds = try settings.seconds(.splitAfter) ?? splitSeconds
        peakSeconds = try settings.seconds(.peakAfter) ?? peakSeconds
        if let limit = try settings.units(.partitionLimit) {
            (partitionReadUnits, partitionWriteUnits) = (limit.readUnits, limit.writeUnits)
        }
        if let quota = try settings.units(.tableQuota) {
            (tableReadUnits, tableWriteUnits) = (quota.readUnits, quota.writeUnits)
        }
        controlPlaneRate =
            try settings.value(.controlPlaneRate, "it is a whole number from 1 to 1000000") { text in
                Int(text).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
            } ?? controlPlaneRate
    }

    /// A manual clock lets a test work its figures out second by second; with that of the machine, programs go on that
    /// were written for the longer ways of the network.
    private static let machineShortBurstSeconds = 20
    private static let modes = ["enforced": true, "unlimited": false]
    private static let modeForms = "it is enforced or unlimited"
}

extension SettingReader {
    private static let secondsForms = "it is a whole number of seconds from 1s to 24h, such as 300s or 5m"
    private static let unitsForms =
        "it is two whole numbers from 1 to 10000000, of read and of write units, such as 3000/1000"

    /// A length of time of whole seconds.
    fileprivate func seconds(_ setting: Setting) throws(SettingError) -> Int? {
        try value(setting, Self.secondsForms) { text in
            guard let duration = Duration(text: text) else { return nil }
            let (seconds, rest) = duration.components
            return rest == 0 && (1...86_400).contains(seconds) ? Int(seconds) : nil
        }
    }

    fileprivate func units(_ setting: Setting) throws(SettingError) -> ThroughputUnits? {
        try value(setting, Self.unitsForms) { text in
            let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 2, let read = numbers[0], let write = numbers[1],
                (1...10_000_000).contains(read), (1...10_000_000).contains(write)
            else { return nil }
            return ThroughputUnits(readUnits: read, writeUnits: write)
        }
    }
}

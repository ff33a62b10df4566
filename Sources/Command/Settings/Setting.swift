// The settings of `apus serve`, by name.

/// A setting. The raw value is its flag without the dashes, and its key in a file.
enum Setting: String, CaseIterable, Sendable {
    case data
    case host
    case port
    case inMemory = "in-memory"
    case region
    case cache
    case sync
    case logLevel = "log-level"
    case transitionDelay = "transition-delay"
    case itemCollectionLimit = "item-collection-limit"
    case insecureBind = "insecure-bind"
    case clock
    case staleness
    case expiryPace = "expiry-pace"
    case expiryDelay = "expiry-delay"
    case transactionWindow = "transaction-window"
    case faults
    case allowFaultHeader = "allow-fault-header"
    case adminKey = "admin-key"
    case throughput
    case burst
    case initialBurst = "initial-burst"
    case shortBurst = "short-burst"
    case partitionLimit = "partition-limit"
    case splitAfter = "split-after"
    case tableQuota = "table-quota"
    case peakAfter = "peak-after"
    case controlPlaneRate = "control-plane-rate"
    case trigger
    case triggerBatch = "trigger-batch"
    case triggerRetries = "trigger-retries"
    case triggerBisect = "trigger-bisect"
    case triggerFailures = "trigger-failures"

    /// The environment variable: `APUS_LOG_LEVEL` for `log-level`.
    var variable: String {
        "APUS_" + rawValue.uppercased().replacing("-", with: "_")
    }

    /// Whether it has several values, which commas separate; a file may also list them.
    var isList: Bool { self == .trigger }
}

/// Where settings come from.
enum SettingSource: Equatable, Sendable {
    case flags
    case environment
    case file(String)

    /// A setting as the user of this source knows it.
    func name(of setting: Setting) -> String {
        switch self {
        case .flags: "--\(setting.rawValue)"
        case .environment: setting.variable
        case .file(let path): "\(setting.rawValue) in \(path)"
        }
    }
}

/// What one source says: the text of each setting that it sets.
struct SettingLayer: Equatable, Sendable {
    let source: SettingSource
    let texts: [Setting: String]

    init(_ source: SettingSource, _ texts: [Setting: String]) {
        self.source = source
        self.texts = texts
    }

    /// The variables that are set; an empty one counts as not set.
    init(environment: [String: String]) {
        let texts = Setting.allCases.compactMap { setting -> (Setting, String)? in
            guard let text = environment[setting.variable], !text.isEmpty else { return nil }
            return (setting, text)
        }
        self.init(.environment, Dictionary(uniqueKeysWithValues: texts))
    }
}

/// A setting that cannot be; the text names its source and says what can.
struct SettingError: Error, Equatable, Sendable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

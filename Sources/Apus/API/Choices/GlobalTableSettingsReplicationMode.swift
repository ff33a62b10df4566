// The choices of GlobalTableSettingsReplicationMode in the API. Written by script/generate-api.

/// Whether the settings of one replica are carried over to the others.
public struct GlobalTableSettingsReplicationMode: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Settings are carried over.
    public static let enabled = GlobalTableSettingsReplicationMode(rawValue: "ENABLED")
    /// Settings are not carried over.
    public static let disabled = GlobalTableSettingsReplicationMode(rawValue: "DISABLED")
    /// Settings are carried over, save those a replica has of its own.
    public static let enabledWithOverrides = GlobalTableSettingsReplicationMode(rawValue: "ENABLED_WITH_OVERRIDES")
}

extension GlobalTableSettingsReplicationMode: WrittenShape, ReadShape {}

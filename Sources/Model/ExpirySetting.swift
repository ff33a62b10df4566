// Whether and by which attribute the items of a table expire.

/// Time to live, as it was last switched.
package struct ExpirySetting: Equatable, Sendable {
    /// The attribute that says when an item expires.
    package let attributeName: String
    package let isEnabled: Bool
    /// How often it has been enabled so far. What is stored about the times of one generation is never mistaken for
    /// that of another.
    package let generation: UInt32
    /// When it was last switched.
    package let changedTime: Timestamp
    /// When that takes effect: ENABLING or DISABLING until then.
    package let readyTime: Timestamp

    package init(
        attributeName: String,
        isEnabled: Bool,
        generation: UInt32,
        changedTime: Timestamp,
        readyTime: Timestamp
    ) {
        self.attributeName = attributeName
        self.isEnabled = isEnabled
        self.generation = generation
        self.changedTime = changedTime
        self.readyTime = readyTime
    }
}

/// Where the time to live of a table stands.
package enum ExpiryState: String, CaseIterable, Sendable {
    case enabling = "ENABLING"
    case enabled = "ENABLED"
    case disabling = "DISABLING"
    case disabled = "DISABLED"
}

extension ExpirySetting {
    package func state(at time: Timestamp) -> ExpiryState {
        if isEnabled { return time < readyTime ? .enabling : .enabled }
        return time < readyTime ? .disabling : .disabled
    }
}

// Why a wait did not end well.

/// Why what was waited for was not seen.
public enum WaitError: Error, Equatable, Sendable {
    /// The time was over. The last thing seen is told in words, such as `its status is CREATING`.
    case timedOut(after: Duration, lastState: String)
    /// A call failed in a way that waiting does not help, or the task was cancelled.
    case failed(CallError)
}

extension WaitError: CustomStringConvertible {
    /// The reason in a sentence.
    public var description: String {
        switch self {
        case .timedOut(let time, let lastState): "waited \(time) in vain: \(lastState)"
        case .failed(let error): error.description
        }
    }
}

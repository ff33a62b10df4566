// What can become of a call that does not succeed.

import ApusModel

/// Why a call has no answer.
public enum CallError: Error, Equatable, Sendable {
    /// Nothing was sent, for this reason: the task was cancelled, or the time of the call was over.
    case notSent(String)
    /// The service refused, or something on the way to it did.
    case refused(Refusal)
    /// No answer came. Whether the service acted is not known.
    case unreachable(String)
    /// The answer is damaged or makes no sense. Whether the service acted is not known.
    case unreadable(String)
    /// There is nothing to sign the call with, so it was not sent.
    case unsigned(CredentialError)
}

extension CallError {
    /// The code of the refusal; nil for another kind of failure.
    public var code: ErrorCode? { refusal?.code }

    /// The refusal; nil for another kind of failure.
    public var refusal: Refusal? {
        guard case .refused(let refusal) = self else { return nil }
        return refusal
    }

    /// What a failure asks for.
    public enum Kind: Sendable {
        /// The service wants to be asked more slowly.
        case throttling
        /// It may well succeed when repeated.
        case passing
        /// The service does not believe the time of the request: signed with another, it may well succeed.
        case clock
        /// Something in the request's content is at fault: repeated as it is, it fails again.
        case content
        /// Neither repeating nor another content helps.
        case lasting
    }

    /// What the failure asks for, by the rules that the SDKs of AWS have in common.
    public var kind: Kind {
        switch self {
        case .notSent, .unreachable, .unreadable: .passing
        case .refused(let refusal): refusal.kind
        case .unsigned(let error): error.isPassing ? .passing : .lasting
        }
    }

    /// What the service said of when to come back, if it did.
    public var retryHint: RetryHint? { refusal?.retryHint }
}

extension CallError: CustomStringConvertible {
    /// The failure in a sentence, without secrets.
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .notSent(let reason): "not sent: \(reason)"
        case .unreachable(let reason): "no answer: \(reason)"
        case .unreadable(let reason): "an answer that cannot be read: \(reason)"
        case .unsigned(let error): error.description
        }
    }
}

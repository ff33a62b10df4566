// Where credentials come from.

import ApusModel
import ApusSigning

/// Credentials, and how long they are good.
public struct TimedCredentials: Equatable, Sendable {
    /// The pair of keys.
    public let credentials: Credentials
    /// Nil where they are good until someone changes them.
    public let expiry: Timestamp?

    /// Credentials that are good until a time, or until someone changes them.
    public init(_ credentials: Credentials, expiry: Timestamp? = nil) {
        self.credentials = credentials
        self.expiry = expiry
    }
}

/// A source of credentials.
public protocol CredentialProvider: Sendable {
    /// Credentials that are good now; nil where this source is not set up, and another may be asked.
    func credentials() async throws(CredentialError) -> TimedCredentials?
}

/// A source that is set up, but gives no credentials. It tells no secret.
public struct CredentialError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The reason, in a sentence that says what to do.
    public let description: String
    /// Whether it may well succeed when asked again.
    public let isPassing: Bool

    /// A failure for this reason.
    public init(_ description: String, isPassing: Bool = false) {
        self.description = description
        self.isPassing = isPassing
    }
}

/// Credentials that are given once and for all.
public struct StaticCredentials: CredentialProvider {
    private let held: Credentials

    /// A pair of keys.
    public init(_ credentials: Credentials) {
        held = credentials
    }

    /// A pair of keys, with the token of its session where it is a temporary one.
    public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        held = Credentials(accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken)
    }

    /// The credentials that were given.
    public func credentials() -> TimedCredentials? {
        TimedCredentials(held)
    }
}

/// Asks one source after another, and takes the first credentials.
public struct CredentialChain: CredentialProvider {
    private let sources: [any CredentialProvider]

    /// A chain of these sources, the first to be asked first.
    public init(_ sources: [any CredentialProvider]) {
        self.sources = sources
    }

    /// The first credentials that a source has.
    public func credentials() async throws(CredentialError) -> TimedCredentials? {
        for source in sources {
            if let found = try await source.credentials() { return found }
        }
        return nil
    }
}

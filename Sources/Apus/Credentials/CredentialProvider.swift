// Where credentials come from.

import ApusModel
import ApusSigning

/// Credentials, and how long they are good.
package struct TimedCredentials: Equatable, Sendable {
    package let credentials: Credentials
    /// Nil where they are good until someone changes them.
    package let expiry: Timestamp?

    package init(_ credentials: Credentials, expiry: Timestamp? = nil) {
        self.credentials = credentials
        self.expiry = expiry
    }
}

/// A source of credentials.
package protocol CredentialProvider: Sendable {
    /// Credentials that are good now; nil where this source is not set up, and another may be asked.
    func credentials() async throws(CredentialError) -> TimedCredentials?
}

/// A source that is set up, but gives no credentials. It tells no secret.
package struct CredentialError: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String
    /// Whether it may well succeed when asked again.
    package let isPassing: Bool

    package init(_ description: String, isPassing: Bool = false) {
        self.description = description
        self.isPassing = isPassing
    }
}

/// Credentials that are given once and for all.
package struct StaticCredentials: CredentialProvider {
    private let held: Credentials

    package init(_ credentials: Credentials) {
        held = credentials
    }

    package func credentials() -> TimedCredentials? {
        TimedCredentials(held)
    }
}

/// Asks one source after another, and takes the first credentials.
package struct CredentialChain: CredentialProvider {
    private let sources: [any CredentialProvider]

    package init(_ sources: [any CredentialProvider]) {
        self.sources = sources
    }

    package func credentials() async throws(CredentialError) -> TimedCredentials? {
        for source in sources {
            if let found = try await source.credentials() { return found }
        }
        return nil
    }
}

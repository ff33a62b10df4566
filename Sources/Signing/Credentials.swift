// The pair of keys that a caller signs with.

/// An access key id, its secret, and the token of a session where the pair is a temporary one.
public struct Credentials: Hashable, Sendable {
    /// What tells the caller; no secret.
    public let accessKeyID: String
    /// What the caller signs with, and nobody else knows.
    public let secretAccessKey: String
    /// What goes with a temporary pair; nil for a lasting one.
    public let sessionToken: String?

    /// A pair of keys.
    public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }
}

extension Credentials: CustomStringConvertible {
    /// Tells no secret, so that none reaches a log.
    public var description: String { "Credentials(\(accessKeyID))" }
}

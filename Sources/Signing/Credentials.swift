// The pair of keys that a caller signs with.

/// An access key id, its secret, and the token of a session where the pair is a temporary one.
package struct Credentials: Hashable, Sendable {
    package let accessKeyID: String
    package let secretAccessKey: String
    package let sessionToken: String?

    package init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }
}

extension Credentials: CustomStringConvertible {
    /// Tells no secret, so that none reaches a log.
    package var description: String { "Credentials(\(accessKeyID))" }
}

// Credentials of a role, in exchange for a token of someone whom AWS trusts.

import ApusSigning

/// A role, and the file with the token that lets one take it.
package struct WebIdentity: Equatable, Sendable {
    package let tokenFile: String
    package let role: String
    package let sessionName: String?

    package init(tokenFile: String, role: String, sessionName: String?) {
        self.tokenFile = tokenFile
        self.role = role
        self.sessionName = sessionName
    }
}

/// Asks the security token service (STS) for a role. The request is not signed: the token speaks for it.
package struct WebIdentityCredentials: CredentialProvider {
    private let identity: WebIdentity
    private let endpoint: Endpoint
    private let surroundings: Surroundings

    // Those that the documentation of STS says to repeat.
    private static let passingCodes: Set<String> = ["IDPCommunicationError", "InternalFailure", "Throttling"]

    package init(_ identity: WebIdentity, endpoint: Endpoint, surroundings: Surroundings) {
        self.identity = identity
        self.endpoint = endpoint
        self.surroundings = surroundings
    }

    package func credentials() async throws(CredentialError) -> TimedCredentials? {
        let token = try surroundings.token(inFile: identity.tokenFile)
        let answer: ClientAnswer
        do throws(TransportError) {
            answer = try await surroundings.send(call(token: token), endpoint, TransportSettings())
        } catch {
            throw CredentialError("No answer came from \(endpoint).", isPassing: true)
        }
        let text = XMLText(answer.body)
        guard answer.status == 200 else {
            let code = text.text(of: "Code") ?? "HTTP status \(answer.status)"
            throw CredentialError(
                "\(endpoint) refused the role \(identity.role): \(code).",
                isPassing: answer.status >= 500 || Self.passingCodes.contains(code)
            )
        }
        return try CredentialDocument?(CredentialDocument(text))
            .credentials(from: "\(endpoint)", at: surroundings.clock.now)
    }

    private func call(token: String) -> HTTPCall {
        let time = surroundings.clock.now.milliseconds
        let fields = [
            ("Action", "AssumeRoleWithWebIdentity"),
            ("Version", "2011-06-15"),
            ("RoleArn", identity.role),
            ("RoleSessionName", identity.sessionName ?? "apus-\(time)"),
            ("WebIdentityToken", token),
        ]
        let pairs = fields.map { Array("\($0)=".utf8) + PercentEncoding.encode($1.utf8) }
        return HTTPCall(
            .post,
            "/",
            headers: ["content-type": "application/x-www-form-urlencoded"],
            body: Array(pairs.joined(separator: [UInt8(ascii: "&")]))
        )
    }
}

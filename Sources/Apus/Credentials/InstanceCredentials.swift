// Credentials of an EC2 instance, from its metadata service (IMDSv2).

/// Asks the metadata service for the credentials of the instance's role. The service's first version, which wants no
/// token, is not used.
package struct InstanceCredentials: CredentialProvider {
    private let endpoint: Endpoint
    private let surroundings: Surroundings

    private static let rolesPath = "/latest/meta-data/iam/security-credentials/"
    private static let tokenSeconds = "21600"

    package init(endpoint: Endpoint, surroundings: Surroundings) {
        self.endpoint = endpoint
        self.surroundings = surroundings
    }

    package func credentials() async throws(CredentialError) -> TimedCredentials? {
        guard let token = try await token() else { return nil }
        guard let roles = try await text(at: Self.rolesPath, token: token),
            let role = String(decoding: roles, as: UTF8.self).split(whereSeparator: \.isNewline).first
        else { return nil }
        guard role.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw CredentialError("\(source) named no role.")
        }
        guard let json = try await text(at: Self.rolesPath + role, token: token) else {
            throw CredentialError("\(source) does not know its role \(role).", isPassing: true)
        }
        let document = CredentialDocument(json)
        if let code = document?.code, code != "Success" {
            throw CredentialError("\(source) gave no credentials: \(code).", isPassing: true)
        }
        return try document.credentials(from: source, at: surroundings.clock.now)
    }

    private var source: String { "The metadata service \(endpoint)" }

    /// Nil where nobody answers: this is no instance then.
    private func token() async throws(CredentialError) -> String? {
        let call = HTTPCall(
            .put,
            "/latest/api/token",
            headers: ["x-aws-ec2-metadata-token-ttl-seconds": Self.tokenSeconds]
        )
        let answer: ClientAnswer
        do throws(TransportError) {
            answer = try await surroundings.send(call, endpoint, .nearby)
        } catch {
            return nil
        }
        switch answer.status {
        case 200: return String(decoding: answer.body, as: UTF8.self)
        case 403, 404, 405: return nil
        case let status: throw refusal(status)
        }
    }

    /// Nil where there is nothing of that name.
    private func text(at path: String, token: String) async throws(CredentialError) -> [UInt8]? {
        let answer: ClientAnswer
        do throws(TransportError) {
            let call = HTTPCall(.get, path, headers: ["x-aws-ec2-metadata-token": token])
            answer = try await surroundings.send(call, endpoint, .nearby)
        } catch {
            throw CredentialError("\(source) does not answer any more.", isPassing: true)
        }
        switch answer.status {
        case 200: return answer.body
        case 404: return nil
        case let status: throw refusal(status)
        }
    }

    private func refusal(_ status: Int) -> CredentialError {
        CredentialError("\(source) answered with HTTP status \(status).", isPassing: status >= 500 || status == 429)
    }
}

// Credentials of a container, from the agent that runs it (ECS, EKS).

/// Asks the address that the environment names, and shows the token that belongs to it.
package struct ContainerCredentials: CredentialProvider {
    private let surroundings: Surroundings

    private static let agent = "169.254.170.2"
    private static let hostsOfPlainHTTP: Set<String> = [
        agent, "169.254.170.23", "[fd00:ec2::23]", "[::1]", "localhost",
    ]

    package init(surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    package func credentials() async throws(CredentialError) -> TimedCredentials? {
        guard let address = try address() else { return nil }
        let call = HTTPCall(.get, address.path, headers: try headers())
        let answer: ClientAnswer
        do throws(TransportError) {
            answer = try await surroundings.send(call, address.endpoint, .nearby)
        } catch {
            throw CredentialError("No answer came from the container's \(address.endpoint).", isPassing: true)
        }
        guard answer.status == 200 else {
            throw CredentialError(
                "The container's \(address.endpoint) gave no credentials: HTTP status \(answer.status).",
                isPassing: answer.status >= 500 || answer.status == 429
            )
        }
        let source = "The container's \(address.endpoint)"
        return try CredentialDocument(answer.body).credentials(from: source, at: surroundings.clock.now)
    }

    private func address() throws(CredentialError) -> WebAddress? {
        let environment = surroundings.environment
        if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            guard path.first == "/", let address = WebAddress("http://\(Self.agent)\(path)") else {
                throw CredentialError(
                    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is no path. Give one like /v2/credentials."
                )
            }
            return address
        }
        guard let text = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] else { return nil }
        guard let address = WebAddress(text) else {
            throw CredentialError("AWS_CONTAINER_CREDENTIALS_FULL_URI is no address of HTTP.")
        }
        // Whoever listens on the way would have the token and the credentials.
        guard address.endpoint.scheme == .https || Self.isOfThisMachine(address.endpoint.host) else {
            throw CredentialError(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI names \(address.endpoint.host). "
                    + "Only https, this machine and the agents of ECS and EKS are asked for credentials."
            )
        }
        return address
    }

    private static func isOfThisMachine(_ host: String) -> Bool {
        if hostsOfPlainHTTP.contains(host.lowercased()) { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil } && UInt8(numbers[0]) == 127
    }

    private func headers() throws(CredentialError) -> HeaderFields {
        guard let token = try token() else { return [:] }
        guard token.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw CredentialError("The container's authorization token has a character that no header may have.")
        }
        return ["authorization": token]
    }

    /// Read anew each time: the file's content changes.
    private func token() throws(CredentialError) -> String? {
        let environment = surroundings.environment
        guard let path = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] else {
            return environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
        }
        return try surroundings.token(inFile: path)
    }
}

extension Surroundings {
    /// The text of a file that holds a token, without white space around it.
    func token(inFile path: String) throws(CredentialError) -> String {
        let bytes: [UInt8]?
        do throws(SharedFileError) {
            bytes = try readFile(path)
        } catch {
            throw CredentialError("\(error)")
        }
        guard let bytes else { throw CredentialError("There is no token file \(path).") }
        return String(Substring(String(decoding: bytes, as: UTF8.self)).trimmed)
    }
}

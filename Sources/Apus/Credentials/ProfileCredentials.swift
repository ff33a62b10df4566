// Credentials in a profile of the shared files, or made by the command that it names.

import ApusSigning

/// The pair of keys in a profile, or what its `credential_process` prints.
package struct ProfileCredentials: CredentialProvider {
    private let profile: Profile
    private let surroundings: Surroundings
    private let skipsOtherWays: Bool

    // Ways that lead over a role or a sign-in, and that only the AWS tools know.
    private static let otherWays = ["source_profile", "credential_source", "sso_session", "sso_start_url"]

    /// - Parameter skipsOtherWays: whether a profile whose credentials apus cannot get counts as having none.
    package init(_ profile: Profile, surroundings: Surroundings, skipsOtherWays: Bool = false) {
        self.profile = profile
        self.surroundings = surroundings
        self.skipsOtherWays = skipsOtherWays
    }

    package func credentials() async throws(CredentialError) -> TimedCredentials? {
        let command = profile.value("credential_process")
        if command == nil, let way = Self.otherWays.lazy.compactMap(profile.value).first {
            if skipsOtherWays { return nil }
            throw CredentialError(
                "\(way.place): apus does not get credentials this way. Let the AWS command do it: "
                    + "credential_process = aws configure export-credentials --profile \(profile.name)"
            )
        }
        if let pair = try writtenPair() { return pair }
        guard let command else { return nil }
        do throws(CredentialError) {
            return try await run(command)
        } catch {
            if skipsOtherWays { return nil }
            throw error
        }
    }

    private func writtenPair() throws(CredentialError) -> TimedCredentials? {
        guard let id = profile.value("aws_access_key_id") else { return nil }
        guard let secret = profile.value("aws_secret_access_key") else {
            throw CredentialError("\(id.place): the profile \(profile.name) has no aws_secret_access_key beside it.")
        }
        // A token of the one file is none for the pair of the other.
        let tokens = ["aws_session_token", "aws_security_token"].lazy.compactMap(profile.value)
        let token = tokens.first { $0.place.path == id.place.path }
        return TimedCredentials(
            Credentials(accessKeyID: id.text, secretAccessKey: secret.text, sessionToken: token?.text)
        )
    }

    private func run(_ command: SharedFile.Value) async throws(CredentialError) -> TimedCredentials {
        guard let words = ShellWords.split(command.text), !words.isEmpty else {
            throw CredentialError("\(command.place): a quotation mark of the credential_process stands open.")
        }
        let output: [UInt8]
        do throws(CommandFailure) {
            output = try await surroundings.runCommand(words)
        } catch {
            // A network that is away, or a sign-in that is over, may be back at the next attempt.
            throw CredentialError(
                "\(command.place): the credential_process gave nothing: \(error.reason).",
                isPassing: true
            )
        }
        let document = CredentialDocument(output)
        guard document?.version == 1 else {
            throw CredentialError("\(command.place): the credential_process printed no JSON of version 1.")
        }
        return try document.credentials(from: "\(command.place): the credential_process", at: surroundings.clock.now)
    }
}

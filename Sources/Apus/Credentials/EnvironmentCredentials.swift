// Credentials in the variables of the environment.

import ApusSigning

/// The pair of `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, with `AWS_SESSION_TOKEN` where there is one.
package struct EnvironmentCredentials: CredentialProvider {
    private let environment: Environment

    package init(_ environment: Environment) {
        self.environment = environment
    }

    package func credentials() throws(CredentialError) -> TimedCredentials? {
        guard let id = environment["AWS_ACCESS_KEY_ID"] else { return nil }
        guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
            throw CredentialError("AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not. Set both or neither.")
        }
        return TimedCredentials(
            Credentials(accessKeyID: id, secretAccessKey: secret, sessionToken: environment["AWS_SESSION_TOKEN"])
        )
    }
}

// Whom a client talks to, and as whom.

import ApusSigning

/// An endpoint, a region and credentials, from what the caller says and what the environment holds.
package struct ClientSettings: Sendable {
    package let endpoint: Endpoint
    package let region: String
    package let credentials: Credentials

    package init(endpoint: Endpoint, region: String, credentials: Credentials) {
        self.endpoint = endpoint
        self.region = region
        self.credentials = credentials
    }

    /// What the caller gives stands over the environment; without an endpoint it is that of AWS in the region.
    package init(
        endpointURL: String?,
        region: String?,
        environment: [String: String]
    ) throws(ClientSettingsError) {
        let variables = environment.filter { !$0.value.isEmpty }
        let region = region ?? variables["AWS_REGION"] ?? variables["AWS_DEFAULT_REGION"] ?? "us-east-1"
        let address = endpointURL ?? variables["AWS_ENDPOINT_URL_DYNAMODB"] ?? variables["AWS_ENDPOINT_URL"]
        let endpoint = try address.map(Self.endpoint) ?? Endpoint(region: region)
        guard let credentials = Credentials(environment: variables) ?? Self.madeUp(for: endpoint) else {
            throw .noCredentials(endpoint)
        }
        self.init(endpoint: endpoint, region: region, credentials: credentials)
    }

    private static func endpoint(at address: String) throws(ClientSettingsError) -> Endpoint {
        guard let endpoint = Endpoint(address) else { throw .badEndpoint(address) }
        return endpoint
    }

    // A server that checks no credentials wants a signature all the same.
    private static func madeUp(for endpoint: Endpoint) -> Credentials? {
        endpoint.isAmazon ? nil : Credentials(accessKeyID: "apus", secretAccessKey: "apus")
    }
}

/// What keeps a client from being set up.
package enum ClientSettingsError: Error, Equatable, Sendable {
    case badEndpoint(String)
    case noCredentials(Endpoint)
}

extension ClientSettingsError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badEndpoint(let text):
            "\"\(text)\" is no endpoint. Give one like http://127.0.0.1:8000, without a path."
        case .noCredentials(let endpoint):
            "There are no credentials for \(endpoint). Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
        }
    }
}

extension Credentials {
    /// The pair that the environment holds; nil unless it holds both halves.
    package init?(environment: [String: String]) {
        guard let id = environment["AWS_ACCESS_KEY_ID"], let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
            return nil
        }
        self.init(accessKeyID: id, secretAccessKey: secret, sessionToken: environment["AWS_SESSION_TOKEN"])
    }
}

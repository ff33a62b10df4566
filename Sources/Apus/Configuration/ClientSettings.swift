// Whom a client talks to, and as whom.

import ApusSigning

/// What a caller says for itself; the rest comes from the environment and the shared files.
package struct ClientChoices: Sendable {
    package var endpointURL: String?
    package var region: String?
    package var profile: String?
    /// Where to go if no address is set anywhere; nil for AWS in the region.
    package var fallbackEndpoint: Endpoint?

    package init(
        endpointURL: String? = nil,
        region: String? = nil,
        profile: String? = nil,
        fallbackEndpoint: Endpoint? = nil
    ) {
        self.endpointURL = endpointURL
        self.region = region
        self.profile = profile
        self.fallbackEndpoint = fallbackEndpoint
    }
}

/// An endpoint, a region and credentials, and how calls are repeated where the surroundings say so.
package struct ClientSettings: Sendable {
    package let endpoint: Endpoint
    package let region: String
    package let credentials: any CredentialProvider
    package let retryMode: RetryMode?
    package let maxAttempts: Int?

    package init(
        endpoint: Endpoint,
        region: String,
        credentials: any CredentialProvider,
        retryMode: RetryMode? = nil,
        maxAttempts: Int? = nil
    ) {
        self.endpoint = endpoint
        self.region = region
        self.credentials = credentials
        self.retryMode = retryMode
        self.maxAttempts = maxAttempts
    }

    /// What the caller chooses stands over the environment, and the environment over the files.
    package init(_ choices: ClientChoices, surroundings: Surroundings) throws(ClientSettingsError) {
        let shared = try SharedConfiguration(profileName: choices.profile, surroundings: surroundings)
        let region = choices.region ?? shared.text(.region)?.text ?? "us-east-1"
        guard Endpoint.isRegion(region) else { throw .badRegion(region) }
        let variant = EndpointVariant(isFIPS: shared.flag(.usesFIPS), isDualStack: shared.flag(.usesDualStack))
        var address = choices.endpointURL
        if address == nil { address = try shared.endpointURL(of: "dynamodb") }
        let endpoint = try Self.endpoint(at: address)
        let service = endpoint ?? choices.fallbackEndpoint ?? Endpoint(region: region, variant: variant)
        let securityTokens = try Self.endpoint(at: shared.endpointURL(of: "sts"))
        let sources = CredentialSources(
            shared: shared,
            surroundings: surroundings,
            securityTokenEndpoint: securityTokens ?? Endpoint(service: "sts", region: region, variant: variant),
            isProfileChosen: choices.profile != nil,
            isForAmazon: service.isAmazon
        )
        self.init(
            endpoint: service,
            region: region,
            credentials: RefreshedCredentials(try sources.chain(), clock: surroundings.clock),
            retryMode: try shared.retryMode(),
            maxAttempts: try shared.maxAttempts()
        )
    }

    private static func endpoint(at address: String?) throws(ClientSettingsError) -> Endpoint? {
        guard let address else { return nil }
        guard let endpoint = Endpoint(address) else { throw .badEndpoint(address) }
        return endpoint
    }
}

/// What keeps a client from being set up.
package enum ClientSettingsError: Error, Equatable, Sendable {
    case badEndpoint(String)
    case badFile(SharedFileError)
    case badRegion(String)
    case badValue(String, place: String, wanted: String)
    case unknownProfile(String)
}

extension ClientSettingsError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badEndpoint(let text):
            // What stands before an @ may be a password.
            "\"\(text.split(separator: "@").last ?? "")\" is no endpoint. Give one like http://127.0.0.1:8000, without a path."
        case .badFile(let error):
            "\(error)"
        case .badRegion(let text):
            "\"\(text)\" is no region. Give one like eu-north-1."
        case .badValue(let text, let place, let wanted):
            "\(place) is \"\(text)\". Give \(wanted)."
        case .unknownProfile(let name):
            "There is no profile \(name). Add [profile \(name)] to ~/.aws/config, or [\(name)] to ~/.aws/credentials."
        }
    }
}

// Which sources of credentials a client asks, and in what order.

import ApusSigning

/// The sources of the surroundings, in the order of the AWS tools.
struct CredentialSources {
    let shared: SharedConfiguration
    let surroundings: Surroundings
    let securityTokenEndpoint: Endpoint
    /// Whether the caller names the profile: it stands over the environment's credentials then.
    let isProfileChosen: Bool
    /// Whether the service is AWS itself, which takes no made-up credentials.
    let isForAmazon: Bool

    // A server that checks no credentials wants a signature all the same.
    private static let madeUp = StaticCredentials(Credentials(accessKeyID: "apus", secretAccessKey: "apus"))

    func chain() throws(ClientConfigurationError) -> CredentialChain {
        var sources: [any CredentialProvider] = []
        // What is meant for AWS must not keep anyone from a server of their own.
        let skips = !isForAmazon && !isProfileChosen
        if !isProfileChosen { sources.append(EnvironmentCredentials(shared.environment)) }
        if !skips, !shared.environment.hasKeyPair || isProfileChosen, let identity = try webIdentity() {
            sources.append(
                WebIdentityCredentials(identity, endpoint: securityTokenEndpoint, surroundings: surroundings)
            )
        }
        if let profile = shared.profile {
            sources.append(ProfileCredentials(profile, surroundings: surroundings, skipsOtherWays: skips))
        }
        sources.append(ContainerCredentials(surroundings: surroundings))
        if isForAmazon {
            if let endpoint = try metadataEndpoint() {
                sources.append(InstanceCredentials(endpoint: endpoint, surroundings: surroundings))
            }
        } else {
            sources.append(Self.madeUp)
        }
        return CredentialChain(sources)
    }

    private func webIdentity() throws(ClientConfigurationError) -> WebIdentity? {
        let environment = isProfileChosen ? Environment([:]) : shared.environment
        let file = environment["AWS_WEB_IDENTITY_TOKEN_FILE"] ?? shared.profile?.value("web_identity_token_file")?.text
        guard let file else { return nil }
        guard let role = environment["AWS_ROLE_ARN"] ?? shared.profile?.value("role_arn")?.text else {
            throw .badValue(file, place: "the web identity token file", wanted: "AWS_ROLE_ARN or role_arn with it")
        }
        let name = environment["AWS_ROLE_SESSION_NAME"] ?? shared.profile?.value("role_session_name")?.text
        return WebIdentity(tokenFile: file, role: role, sessionName: name)
    }

    /// Nil where the metadata service is not to be asked.
    private func metadataEndpoint() throws(ClientConfigurationError) -> Endpoint? {
        // As the AWS tools have it, any text but "true" leaves the service on.
        if shared.environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" { return nil }
        let isIPv6 = shared.text(.ec2MetadataEndpointMode)?.text.lowercased() == "ipv6"
        let address =
            shared.text(.ec2MetadataEndpoint)?.text ?? "http://\(isIPv6 ? "[fd00:ec2::254]" : "169.254.169.254")"
        guard let endpoint = Endpoint(address) else { throw .badEndpoint(address) }
        return endpoint
    }
}

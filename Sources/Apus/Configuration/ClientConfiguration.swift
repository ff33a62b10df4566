// What a client is set up with.

import ApusSigning
import Logging
import Metrics

/// Whom a client talks to, as whom, over which connections, and what stands in the way of its calls.
///
/// ```swift
/// let onThisMachine = ClientConfiguration(endpoint: "http://127.0.0.1:8000")
/// let fromEnvironment = try ClientConfiguration(ClientChoices(profile: "staging"))
/// ```
public struct ClientConfiguration: Sendable {
    /// Where the service answers: AWS, an interface VPC endpoint, or an apus server.
    public var endpoint: Endpoint
    /// Where the streams of tables are read; nil where that follows from ``endpoint``: on AWS it is the host for streams
    /// of the same region, and anywhere else the endpoint itself. An interface VPC endpoint for streams has to be named.
    public var streamsEndpoint: Endpoint?
    /// The region that requests are signed for.
    public var region: String
    /// Who the caller is.
    public var credentials: any CredentialProvider
    /// How calls are repeated. Clients that have one in common share its quota.
    public var retries: any RetryStrategy
    /// How long a call may take with all its attempts; nil for as long as they take. After that no attempt begins, and
    /// one under way runs to its end.
    public var callTime: Duration?
    /// How connections are made.
    public var transport: TransportSettings
    /// What stands around each call with all its attempts, the outermost first.
    public var callMiddleware: [any Middleware] = []
    /// What stands around each attempt, ahead of its signing, the outermost first.
    public var attemptMiddleware: [any Middleware] = []
    /// Where attempts are written down, at the level debug.
    public var logger = Logger(label: "apus.client")
    /// Where attempts are timed: `apus_client_attempt` by operation and outcome, `apus_client_retry_wait` and
    /// `apus_client_calls_given_up` by operation.
    public var metrics: any MetricsFactory = MetricsSystem.factory

    /// A configuration out of code alone: nothing of the environment or of files counts.
    ///
    /// - Parameters:
    ///   - endpoint: where the service answers.
    ///   - region: what requests are signed for.
    ///   - credentials: made-up ones if left out, which a server takes that checks none.
    ///   - retries: how calls are repeated.
    ///   - callTime: how long a call may take with all its attempts; nil for as long as they take.
    ///   - transport: how connections are made.
    public init(
        endpoint: Endpoint,
        region: String = "us-east-1",
        credentials: any CredentialProvider = StaticCredentials(accessKeyID: "apus", secretAccessKey: "apus"),
        retries: any RetryStrategy = StandardRetries(),
        callTime: Duration? = nil,
        transport: TransportSettings = TransportSettings()
    ) {
        self.endpoint = endpoint
        self.region = region
        self.credentials = credentials
        self.retries = retries
        self.callTime = callTime
        self.transport = transport
    }

    /// A configuration out of the environment and the shared AWS configuration and credentials files.
    ///
    /// What the caller chooses stands over the environment, and the environment over the files. Endpoints that bear an
    /// account's number are left out: calls go to those of the region.
    ///
    /// - Throws: `ClientConfigurationError` where a setting or a file is not as it should be.
    public init(_ choices: ClientChoices = ClientChoices()) throws(ClientConfigurationError) {
        try self.init(choices, surroundings: .system)
    }

    package init(_ choices: ClientChoices, surroundings: Surroundings) throws(ClientConfigurationError) {
        let shared = try SharedConfiguration(profileName: choices.profile, surroundings: surroundings)
        let region = choices.region ?? shared.text(.region)?.text ?? "us-east-1"
        guard Endpoint.isRegion(region) else { throw .badRegion(region) }
        let variant = EndpointVariant(isFIPS: shared.flag(.usesFIPS), isDualStack: shared.flag(.usesDualStack))
        var address = choices.endpointURL
        if address == nil { address = try shared.endpointURL(of: "dynamodb") }
        let endpoint = try Self.endpoint(at: address)
        let isChosen = choices.endpointURL != nil
        let streams = try isChosen ? nil : Self.endpoint(at: shared.endpointURL(of: "dynamodb_streams"))
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
            retries: Self.retries(mode: try shared.retryMode(), attempts: try shared.maxAttempts()),
            transport: try shared.transport(to: service)
        )
        streamsEndpoint = streams
    }

    /// Where the operations of a service are sent.
    func endpoint(of service: APIService) -> Endpoint {
        switch service {
        case .dynamoDB: endpoint
        case .dynamoDBStreams: streamsEndpoint ?? endpoint.ofStreams
        }
    }

    private static func endpoint(at address: String?) throws(ClientConfigurationError) -> Endpoint? {
        guard let address else { return nil }
        guard let endpoint = Endpoint(address) else { throw .badEndpoint(address) }
        return endpoint
    }
}

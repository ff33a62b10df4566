// Settings that the environment and the shared files have in common.

/// A setting of the AWS tools, by its name in a profile.
package enum SharedSetting: String, CaseIterable, Sendable {
    case caBundle = "ca_bundle"
    case ec2MetadataEndpoint = "ec2_metadata_service_endpoint"
    case ec2MetadataEndpointMode = "ec2_metadata_service_endpoint_mode"
    case endpointURL = "endpoint_url"
    case ignoresEndpointURLs = "ignore_configured_endpoint_urls"
    case maxAttempts = "max_attempts"
    case region
    case retryMode = "retry_mode"
    case usesDualStack = "use_dualstack_endpoint"
    case usesFIPS = "use_fips_endpoint"

    /// The names in the environment, the strongest first.
    package var variables: [String] {
        switch self {
        case .caBundle: ["AWS_CA_BUNDLE"]
        case .ec2MetadataEndpoint: ["AWS_EC2_METADATA_SERVICE_ENDPOINT"]
        case .ec2MetadataEndpointMode: ["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]
        case .endpointURL: ["AWS_ENDPOINT_URL"]
        case .ignoresEndpointURLs: ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]
        case .maxAttempts: ["AWS_MAX_ATTEMPTS"]
        case .region: ["AWS_REGION", "AWS_DEFAULT_REGION"]
        case .retryMode: ["AWS_RETRY_MODE"]
        case .usesDualStack: ["AWS_USE_DUALSTACK_ENDPOINT"]
        case .usesFIPS: ["AWS_USE_FIPS_ENDPOINT"]
        }
    }
}

/// How calls are repeated, as the AWS tools name it.
package enum RetryMode: String, CaseIterable, Sendable {
    case legacy, standard, adaptive
}

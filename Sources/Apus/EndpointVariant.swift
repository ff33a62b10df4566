// The names of AWS services in their regions.

/// A part of AWS that has names and accounts of its own.
enum AWSPartition: CaseIterable {
    case aws, china, govCloud

    init(region: String) {
        self = region.hasPrefix("cn-") ? .china : region.hasPrefix("us-gov-") ? .govCloud : .aws
    }

    var suffix: String { self == .china ? "amazonaws.com.cn" : "amazonaws.com" }

    var dualStackSuffix: String { self == .china ? "api.amazonwebservices.com.cn" : "api.aws" }

    /// The ends of all names of AWS.
    static let allSuffixes = Set(allCases.flatMap { [$0.suffix, $0.dualStackSuffix] })
}

/// Which of a service's endpoints is meant.
public struct EndpointVariant: Equatable, Sendable {
    /// Whether its cryptography has been validated by FIPS 140.
    public let isFIPS: Bool
    /// Whether it answers over IPv6 as well.
    public let isDualStack: Bool

    /// The plain endpoint, unless said otherwise.
    public init(isFIPS: Bool = false, isDualStack: Bool = false) {
        self.isFIPS = isFIPS
        self.isDualStack = isDualStack
    }

    func host(of service: String, region: String) -> String {
        let partition = AWSPartition(region: region)
        // The plain names of GovCloud are those with FIPS.
        let isPlain = !isFIPS || (partition == .govCloud && !isDualStack)
        let suffix = isDualStack ? partition.dualStackSuffix : partition.suffix
        return "\(service)\(isPlain ? "" : "-fips").\(region).\(suffix)"
    }
}

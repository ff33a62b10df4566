// The names of AWS services in their regions.

/// A part of AWS that has names and accounts of its own.
enum AWSPartition: CaseIterable {
    case aws, china, europe, govCloud, iso, isoB, isoE, isoF

    init(region: String) {
        self = Self.allCases.first { $0.regionStart.map(region.hasPrefix) ?? false } ?? .aws
    }

    /// How the names of its regions begin; nil for all that no other has.
    private var regionStart: String? {
        switch self {
        case .aws: nil
        case .china: "cn-"
        case .europe: "eusc-"
        case .govCloud: "us-gov-"
        case .iso: "us-iso-"
        case .isoB: "us-isob-"
        case .isoE: "eu-isoe-"
        case .isoF: "us-isof-"
        }
    }

    var suffix: String {
        switch self {
        case .aws, .govCloud: "amazonaws.com"
        case .china: "amazonaws.com.cn"
        case .europe: "amazonaws.eu"
        case .iso: "c2s.ic.gov"
        case .isoB: "sc2s.sgov.gov"
        case .isoE: "cloud.adc-e.uk"
        case .isoF: "csp.hci.ic.gov"
        }
    }

    var dualStackSuffix: String {
        switch self {
        case .aws, .govCloud: "api.aws"
        case .china: "api.amazonwebservices.com.cn"
        case .europe: "api.amazonwebservices.eu"
        case .iso: "api.aws.ic.gov"
        case .isoB: "api.aws.scloud"
        case .isoE: "api.cloud-aws.adc-e.uk"
        case .isoF: "api.aws.hci.ic.gov"
        }
    }

    /// The ends of all names of AWS.
    static let allSuffixes = dualStackSuffixes.union(allCases.map(\.suffix))
    /// The ends of the names that answer over IPv6 as well.
    static let dualStackSuffixes = Set(allCases.map(\.dualStackSuffix))
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

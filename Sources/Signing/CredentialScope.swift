// The scope of a credential: the day, region and service that a signature is good for.

/// What stands behind the access key id in a credential: `20260301/eu-north-1/dynamodb/aws4_request`.
package struct CredentialScope: Hashable, Sendable {
    /// The word that ends each scope of Signature Version 4.
    package static let terminator = "aws4_request"

    package let date: String
    package let region: String
    package let service: String
    package let terminator: String

    package init(date: String, region: String, service: String, terminator: String = CredentialScope.terminator) {
        self.date = date
        self.region = region
        self.service = service
        self.terminator = terminator
    }

    package var text: String { "\(date)/\(region)/\(service)/\(terminator)" }
}

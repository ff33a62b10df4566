// What a server expects of a signature that it can judge without a secret.

/// The time, service and region that a signature has to fit.
package struct SigningExpectations: Sendable {
    /// How far the clocks of caller and service may lie apart.
    package static let clockSkewSeconds: Int64 = 5 * 60

    package let now: SigningTime
    package let service: String
    /// The one region that is served; nil where every region is.
    package let region: String?

    package init(now: SigningTime, service: String, region: String? = nil) {
        self.now = now
        self.service = service
        self.region = region
    }

    /// Refuses a signature of another time; a pre-signed one lasts as long as it says.
    func check(time: SigningTime, expires: String?) throws(SigningFault) {
        let lifetimeSeconds = expires.flatMap { Int64($0) }.map { max(0, $0) } ?? Self.clockSkewSeconds
        let earliest = now.advanced(bySeconds: -lifetimeSeconds)
        guard time >= earliest else {
            throw .invalid(
                "Signature expired: \(time.text) is now earlier than \(earliest.text) "
                    + "(\(now.text) - \(Self.words(forSeconds: lifetimeSeconds)))"
            )
        }
        let latest = now.advanced(bySeconds: Self.clockSkewSeconds)
        guard time <= latest else {
            throw .invalid(
                "Signature not yet current: \(time.text) is still later than \(latest.text) "
                    + "(\(now.text) + \(Self.words(forSeconds: Self.clockSkewSeconds)))"
            )
        }
    }

    func check(signedHeaders: Substring) throws(SigningFault) {
        let names = signedHeaders.utf8.split(separator: UInt8(ascii: ";"))
        // The service compares this one name without regard to case.
        guard names.contains(where: { $0.lazy.map { $0 | 0x20 }.elementsEqual("host".utf8) }) else {
            throw .invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.")
        }
    }

    func check(scope: CredentialScope, signedAt time: SigningTime) throws(SigningFault) {
        var text = ""
        if let region, scope.region != region {
            text += "Credential should be scoped to a valid region, not '\(scope.region)'. "
        }
        if scope.service != service {
            text += "Credential should be scoped to correct service: '\(service)'. "
        }
        if scope.terminator != CredentialScope.terminator {
            text +=
                "Credential should be scoped with a valid terminator: '\(CredentialScope.terminator)', "
                + "not '\(scope.terminator)'. "
        }
        if scope.date != time.dateText {
            text +=
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'\(scope.date)' != '\(time.dateText)', from '\(time.text)'."
        }
        guard text.isEmpty else { throw .invalid(text) }
    }

    private static func words(forSeconds seconds: Int64) -> String {
        seconds % 60 == 0 ? "\(seconds / 60) min." : "\(seconds) sec."
    }
}

// Signs requests as their caller.

/// Makes the signatures of requests to one service in one region.
package struct RequestSigner: Sendable {
    package let region: String
    package let service: String
    private let keys: SigningKeys

    package init(region: String, service: String, keys: SigningKeys = SigningKeys()) {
        self.region = region
        self.service = service
        self.keys = keys
    }

    /// The headers that make a request a signed one: whoever sends it sets them in place of any of the same names.
    ///
    /// The request must name its host among the headers. It may bear an older signature, which does not count.
    package func sign(
        _ request: SignableRequest,
        with credentials: Credentials,
        at time: SigningTime
    ) -> [SignableRequest.Header] {
        let signing = signingHeaders(of: credentials, at: time)
        let headers = request.headers.filter { !Self.unsignedNames.contains($0.name.lowercased()) } + signing
        let names = Set(headers.map { $0.name.lowercased() }).sorted()
        precondition(names.contains("host"), "a signed request names its host")
        let signable = SignableRequest(
            method: request.method,
            path: request.path,
            query: request.query,
            headers: headers,
            payloadHash: request.payloadHash
        )
        let signedHeaders = names.joined(separator: ";")
        let scope = CredentialScope(date: time.dateText, region: region, service: service)
        let signature = keys.key(secretAccessKey: credentials.secretAccessKey, scope: scope).signature(
            of: signable.canonicalBytes(signedHeaders: Substring(signedHeaders)),
            at: time,
            scope: scope
        )
        let authorization =
            "\(SignatureClaims.algorithm) Credential=\(credentials.accessKeyID)/\(scope.text), "
            + "SignedHeaders=\(signedHeaders), Signature=\(signature.text)"
        return [(name: "authorization", value: authorization)] + signing
    }

    // What signing itself sets, and what may change on the way to the service.
    private static let unsignedNames: Set<String> = [
        "authorization", "baggage", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization",
        "te", "traceparent", "tracestate", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amz-date",
        "x-amz-security-token", "x-amzn-trace-id",
    ]

    private func signingHeaders(of credentials: Credentials, at time: SigningTime) -> [SignableRequest.Header] {
        var headers = [(name: "x-amz-date", value: time.text)]
        if let token = credentials.sessionToken {
            headers.append((name: "x-amz-security-token", value: token))
        }
        return headers
    }
}

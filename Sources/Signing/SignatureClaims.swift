// What a request claims about who signed it, read and found well-formed.

/// The signature of a request and all it names, before anyone has compared it with a secret.
package struct SignatureClaims: Sendable {
    /// The one algorithm of Signature Version 4.
    package static let algorithm = "AWS4-HMAC-SHA256"

    package let accessKeyID: String
    package let scope: CredentialScope
    package let time: SigningTime
    /// The names of the signed headers, in lower case, with `;` between them.
    package let signedHeaders: Substring
    /// The signature in hexadecimal digits.
    package let signature: Substring
    package let sessionToken: String?
    /// Whether the signature stands in the query, not in the header.
    package let isPresigned: Bool

    package var region: String { scope.region }

    /// Reads the signature of a request and refuses one that is missing or malformed; with expectations, also one
    /// that is out of its time or scope.
    ///
    /// `header` answers with the value of a header by its name in lower case. A request that is wrong in two ways is
    /// refused for the one that the service looks at first.
    package init(
        query: String = "",
        expecting expectations: SigningExpectations? = nil,
        header: (_ lowercasedName: String) -> String?
    ) throws(SigningFault) {
        let authorization = header("authorization")
        guard !query.isEmpty else {
            try self.init(Self.parts(authorization, header), isPresigned: false, expecting: expectations)
            return
        }
        let parameters = QueryParameters(query)
        guard parameters.value(of: "X-Amz-Algorithm") != nil else {
            try self.init(Self.parts(authorization, header), isPresigned: false, expecting: expectations)
            return
        }
        guard authorization == nil else {
            throw .invalid("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.")
        }
        try self.init(AuthorizationParts(query: parameters), isPresigned: true, expecting: expectations)
    }

    private init(
        _ parts: AuthorizationParts,
        isPresigned: Bool,
        expecting expectations: SigningExpectations?
    ) throws(SigningFault) {
        guard let time = SigningTime(parts.date) else {
            throw .incomplete(
                "Date must be in ISO-8601 'basic format'. Got '\(parts.date)'. "
                    + "See http://en.wikipedia.org/wiki/ISO_8601"
            )
        }
        try expectations?.check(time: time, expires: parts.expires)
        try expectations?.check(signedHeaders: parts.signedHeaders)
        guard parts.algorithm == Self.algorithm else {
            throw .incomplete("Unsupported AWS 'algorithm': '\(parts.algorithm)' (only \(Self.algorithm) for now). ")
        }
        let credential = try ClaimedCredential(parts.credential)
        try expectations?.check(scope: credential.scope, signedAt: time)
        accessKeyID = credential.accessKeyID
        scope = credential.scope
        self.time = time
        signedHeaders = parts.signedHeaders
        signature = parts.signature
        sessionToken = parts.sessionToken
        self.isPresigned = isPresigned
    }

    private static func parts(
        _ authorization: String?,
        _ header: (_ lowercasedName: String) -> String?
    ) throws(SigningFault) -> AuthorizationParts {
        guard let authorization else { throw .missingToken }
        let date = nonEmpty(header("x-amz-date")) ?? nonEmpty(header("date"))
        return try AuthorizationParts(
            header: authorization,
            date: date,
            sessionToken: header("x-amz-security-token")
        )
    }

    private static func nonEmpty(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }
}

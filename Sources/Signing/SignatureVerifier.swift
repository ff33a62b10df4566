// Checks the signatures of requests with the secrets of their callers.

/// Makes a request's signature anew and compares it with the one that was claimed.
package struct SignatureVerifier: Sendable {
    private let keys: SigningKeys

    package init(keys: SigningKeys = SigningKeys()) {
        self.keys = keys
    }

    /// Refuses a request that was not signed with the secret; its time and scope are checked as claims are read.
    package func verify(
        _ claims: SignatureClaims,
        of request: SignableRequest,
        secretAccessKey: String
    ) throws(SigningFault) {
        let signature = keys.key(secretAccessKey: secretAccessKey, scope: claims.scope).signature(
            of: request.canonicalBytes(signedHeaders: claims.signedHeaders, isPresigned: claims.isPresigned),
            at: claims.time,
            scope: claims.scope
        )
        guard signature.isEqualInConstantTime(to: claims.signature.utf8) else {
            throw .invalid(
                "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details."
            )
        }
    }
}

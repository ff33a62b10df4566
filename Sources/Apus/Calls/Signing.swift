// Signs requests on their way out.

import ApusModel
import ApusSigning

/// Sets the headers that every request has, and signs it. It is signed anew for each attempt: a signature is good for
/// minutes only.
struct Signing: Middleware {
    let credentials: any CredentialProvider
    let signer: RequestSigner
    let clock: any WallClock
    let correction: ClockCorrection

    func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
        var request = request
        let credentials = try await credentials(for: request.endpoint)
        request.headers["host"] = request.endpoint.hostHeader
        let signature = signer.sign(
            SignableRequest(
                headers: request.headers.fields.map { (name: $0.name, value: $0.value) },
                payloadHash: HexDigest(of: request.body)
            ),
            with: credentials,
            at: correction.signingTime(at: clock.now)
        )
        for header in signature { request.headers[header.name] = header.value }
        return try await next(request)
    }

    private func credentials(for endpoint: Endpoint) async throws(CallError) -> Credentials {
        do throws(CredentialError) {
            if let found = try await credentials.credentials() { return found.credentials }
        } catch {
            throw .unsigned(error)
        }
        throw .unsigned(
            CredentialError(
                "There are no credentials for \(endpoint). "
                    + "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile that has some."
            )
        )
    }
}

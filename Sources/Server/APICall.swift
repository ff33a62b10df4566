// What a request asks for and who sends it, read from its headers in the service's order of checks.

import ApusModel
import ApusSigning
import ApusWire
import NIOHTTP1

/// A call of an operation, on behalf of the credentials it is signed with.
struct APICall {
    let operation: OperationName
    /// The region that the credentials are for: its tables are meant.
    let region: String
    /// The id of the access key that it is signed with.
    let accessKeyID: String

    /// - Throws: a `SerializationException` for a body that is not JSON, ahead of an unknown operation, ahead of what
    ///   is wrong with the signature.
    init(_ request: HTTPRequest, body: UnsafeRawBufferPointer) throws(ServiceError) {
        guard let operation = request.headers.first(name: "x-amz-target").flatMap({ OperationName(target: $0) }) else {
            try JSONReader.requireObject(body)
            throw ServiceError(.unknownOperation, nil)
        }
        self.operation = operation
        do throws(ServiceError) {
            let claims = try Self.claims(of: request)
            (region, accessKeyID) = (claims.region, claims.accessKeyID)
        } catch {
            try JSONReader.requireObject(body)
            throw error
        }
    }

    /// Any key pair is accepted, but the signature must be there and well-formed.
    private static func claims(of request: HTTPRequest) throws(ServiceError) -> SignatureClaims {
        let claims: SignatureClaims
        do throws(SigningFault) {
            claims = try SignatureClaims(query: String(request.query)) { request.headers.first(name: $0) }
        } catch {
            throw ServiceError(ServiceError.Code(error.code), error.message)
        }
        guard isRegion(claims.region) else {
            throw ServiceError(
                .invalidSignature,
                "Credential should be scoped to a valid region, not '\(claims.region)'. "
            )
        }
        return claims
    }

    /// Regions need not be the cloud's own, but they have the form of names.
    private static func isRegion(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && TableName.hasNameCharactersOnly(text)
    }
}

extension ServiceError.Code {
    fileprivate init(_ code: SigningFault.Code) {
        switch code {
        case .incompleteSignature: self = .incompleteSignature
        case .invalidSignature: self = .invalidSignature
        case .missingAuthenticationToken: self = .missingAuthenticationToken
        }
    }
}

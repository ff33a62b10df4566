// What is wrong with the signature of a request, in the service's words.

/// A refusal of a request for its signature; it stands below Model, so the server turns it into a `ServiceError`.
package struct SigningFault: Error, Equatable, Sendable {
    /// The names of errors as clients see them.
    package enum Code: String, Sendable {
        case incompleteSignature = "IncompleteSignatureException"
        case invalidSignature = "InvalidSignatureException"
        case missingAuthenticationToken = "MissingAuthenticationTokenException"
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    static func incomplete(_ message: String) -> SigningFault {
        SigningFault(.incompleteSignature, message)
    }

    static func invalid(_ message: String) -> SigningFault {
        SigningFault(.invalidSignature, message)
    }
}

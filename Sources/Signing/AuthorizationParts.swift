// The parts of a request's authorization, found but not yet judged.

/// What a request says of its signature, in either of its two forms.
struct AuthorizationParts {
    var algorithm: Substring
    var credential: Substring
    var signedHeaders: Substring
    var signature: Substring
    var date: String
    /// How long a pre-signed query is good for, as its text says.
    var expires: String?
    var sessionToken: String?

    /// Reads the form of the `Authorization` header; `date` is the text of `X-Amz-Date`, or else of `Date`.
    init(header: String, date: String?, sessionToken: String?) throws(SigningFault) {
        guard let fields = AuthorizationFields(header) else { throw .missingToken }
        algorithm = fields.algorithm
        guard let credential = fields.credential, let signature = fields.signature,
            let signedHeaders = fields.signedHeaders, let date
        else {
            throw Self.fault(of: fields, header: header, hasDate: date != nil)
        }
        self.credential = credential
        self.signedHeaders = signedHeaders
        self.signature = signature
        self.date = date
        self.sessionToken = sessionToken
    }

    /// Reads the pre-signed form, in which all parts stand in the query.
    init(query: QueryParameters) throws(SigningFault) {
        let names = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"]
        let missing = names.filter { query.value(of: $0)?.isEmpty ?? true }
        guard missing.isEmpty else {
            let sentences = missing.map { "AWS query-string parameters must include '\($0)'. " }
            throw .incomplete(sentences.joined() + "Re-examine the query-string parameters.")
        }
        let values = names.map { query.value(of: $0) ?? "" }
        algorithm = Substring(values[0])
        credential = Substring(values[1])
        signature = Substring(values[2])
        signedHeaders = Substring(values[3])
        date = values[4]
        expires = query.value(of: "X-Amz-Expires")
        sessionToken = query.value(of: "X-Amz-Security-Token")
    }

    private static func fault(of fields: AuthorizationFields, header: String, hasDate: Bool) -> SigningFault {
        let found = [
            ("Credential", fields.credential), ("Signature", fields.signature),
            ("SignedHeaders", fields.signedHeaders),
        ]
        var text = ""
        for (name, value) in found where value == nil {
            text += "Authorization header requires '\(name)' parameter. "
        }
        if !hasDate {
            text += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
        }
        return .incomplete("\(text)Authorization=\(header)")
    }
}

extension SigningFault {
    static let missingToken = SigningFault(.missingAuthenticationToken, "Request is missing Authentication Token")
}

// Canonical forms and signatures as AWS publishes them and as botocore makes them.

import Testing

@testable import ApusSigning

struct SignableRequestTests {
    @Test(arguments: SignatureForms.published.requests)
    func `the checker gives a request the form and signature that AWS publishes`(form: SignatureForm) {
        expectFormByChecker(form, of: .published)
    }

    @Test(arguments: SignatureForms.botocore.requests)
    func `the checker gives a request the form and signature that botocore gives it`(form: SignatureForm) {
        expectFormByChecker(form, of: .botocore)
    }

    @Test(arguments: SignatureForms.published.requests.filter { $0.keepsPath != true })
    func `a request has the form and signature that AWS publishes`(form: SignatureForm) throws {
        try expectForm(form, of: .published)
    }

    @Test(arguments: SignatureForms.botocore.requests)
    func `a request has the form and signature that botocore gives it`(form: SignatureForm) throws {
        try expectForm(form, of: .botocore)
    }

    @Test func `a signature in the query is signed like any parameter unless the query is the signature's place`() {
        let request = SignableRequest(query: "X-Amz-Signature=b&a=1", headers: [], payloadHash: HexDigest(of: []))

        let forms = [false, true].map { request.canonicalBytes(signedHeaders: "", isPresigned: $0) }

        let lines = forms.map { String(decoding: $0, as: UTF8.self).split(separator: "\n")[2] }
        #expect(lines == ["X-Amz-Signature=b&a=1", "a=1"])
    }

    private func expectFormByChecker(_ form: SignatureForm, of forms: SignatureForms) {
        let checker = SignatureChecker(
            secretAccessKey: forms.secretAccessKey,
            region: forms.region,
            service: forms.service,
            keepsPath: form.keepsPath ?? false
        )
        var request = form.request(at: forms.time)

        let canonicalRequest = checker.canonicalRequest(
            of: request,
            signedHeaders: form.signedHeaders.split(separator: ";").map(String.init)
        )
        let stringToSign = checker.stringToSign(canonicalRequest, time: forms.time)
        let signature = checker.signature(of: stringToSign, time: forms.time)

        #expect(canonicalRequest == form.canonicalRequest)
        #expect(stringToSign == form.stringToSign)
        #expect(signature == form.signature)
        // A token added after signing is one that the service does not accept as signed.
        request.headers.removeAll { $0.name == "X-Amz-Security-Token" && form.sessionToken == nil }
        request.headers.append((name: "Authorization", value: authorization(form, of: forms)))
        #expect(checker.accepts(request))
    }

    private func expectForm(_ form: SignatureForm, of forms: SignatureForms) throws {
        let request = form.request(at: forms.time)
        let signable = SignableRequest(
            method: request.method,
            path: request.path,
            query: request.query,
            headers: request.headers,
            payloadHash: HexDigest(of: request.body)
        )
        let credentials = Credentials(
            accessKeyID: forms.accessKeyID,
            secretAccessKey: forms.secretAccessKey,
            sessionToken: form.sessionToken
        )
        let time = try #require(SigningTime(forms.time))

        let canonicalBytes = signable.canonicalBytes(signedHeaders: Substring(form.signedHeaders))
        let headers = RequestSigner(region: forms.region, service: forms.service)
            .sign(signable, with: credentials, at: time)

        #expect(String(decoding: canonicalBytes, as: UTF8.self) == form.canonicalRequest)
        #expect(headers[0].value == authorization(form, of: forms))
    }

    private func authorization(_ form: SignatureForm, of forms: SignatureForms) -> String {
        let scope = "\(forms.time.prefix(8))/\(forms.region)/\(forms.service)/aws4_request"
        return "AWS4-HMAC-SHA256 Credential=\(forms.accessKeyID)/\(scope), "
            + "SignedHeaders=\(form.signedHeaders), Signature=\(form.signature)"
    }
}

// Signatures made and checked, against the published examples and against botocore.

import Testing

@testable import ApusSigning

struct RequestSignerTests {
    /// A request and the signature that botocore gives it; the first ones are those of the published suite.
    struct Example: Sendable {
        let name: String
        let request: SignableRequest
        var token: String?
        var region = "us-east-1"
        var service = "service"
        let signedHeaders: String
        let signature: String
    }

    private static let host = SignableRequest.Header(name: "Host", value: "example.amazonaws.com")
    private static let nothing = HexDigest(of: [])
    private static let time = SigningTime("20150830T123600Z")!
    private static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

    private static let examples = [
        Example(
            name: "get-vanilla",
            request: SignableRequest(method: "GET", headers: [host], payloadHash: nothing),
            signedHeaders: "host;x-amz-date",
            signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
        ),
        Example(
            name: "post-vanilla",
            request: SignableRequest(path: "", headers: [host], payloadHash: nothing),
            signedHeaders: "host;x-amz-date",
            signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
        ),
        Example(
            name: "get-vanilla-query-order-key-case",
            request: SignableRequest(
                method: "GET",
                query: "Param2=value2&Param1=value1",
                headers: [host],
                payloadHash: nothing
            ),
            signedHeaders: "host;x-amz-date",
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
        ),
        Example(
            name: "spaces within a header",
            request: SignableRequest(
                method: "GET",
                headers: [host, (name: "My-Header1", value: "  a   b   c  ")],
                payloadHash: nothing
            ),
            signedHeaders: "host;my-header1;x-amz-date",
            signature: "6ff6bc3cebca8811504dc903f3a072c310d9f48f8ee5c0b08115052209439e1b"
        ),
        Example(
            name: "an escaped path",
            request: SignableRequest(method: "GET", path: "/%E1%88%B4", headers: [host], payloadHash: nothing),
            signedHeaders: "host;x-amz-date",
            signature: "697b34846207a3f72246f99d74ae1ee4fe54f44bb06730c58a0d339eb079596d"
        ),
        Example(
            name: "a session token",
            request: SignableRequest(headers: [host], payloadHash: nothing),
            token: "TOKEN",
            signedHeaders: "host;x-amz-date;x-amz-security-token",
            signature: "2dfc334632c5dc3e0cd735ff2470ef568a4d458d0326ad353a05569630d7f4a7"
        ),
        Example(
            name: "GetItem",
            request: SignableRequest(
                headers: [
                    (name: "Host", value: "dynamodb.eu-north-1.amazonaws.com"),
                    (name: "Content-Type", value: "application/x-amz-json-1.0"),
                    (name: "X-Amz-Target", value: "DynamoDB_20120810.GetItem"),
                    (name: "User-Agent", value: "not signed"),
                    (name: "X-Amz-Date", value: "of an older signature"),
                ],
                payloadHash: HexDigest(of: Array(#"{"TableName":"Cats","Key":{"id":{"S":"tom"}}}"#.utf8))
            ),
            token: "A/Token+With=Signs",
            region: "eu-north-1",
            service: "dynamodb",
            signedHeaders: "content-type;host;x-amz-date;x-amz-security-token;x-amz-target",
            signature: "6d03bda23a0f1583a9dc10a737fbe5841b38e53d3e27a23c3350dcdfe073deb1"
        ),
    ]

    @Test(arguments: examples)
    func `a request is signed as botocore signs it`(example: Example) {
        let scope = "20150830/\(example.region)/\(example.service)/aws4_request"

        let headers = signed(example)

        #expect(
            headers["authorization"]
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\(scope), SignedHeaders=\(example.signedHeaders), "
                + "Signature=\(example.signature)"
        )
        #expect(headers["x-amz-date"] == "20150830T123600Z")
        #expect(headers["x-amz-security-token"] == example.token)
    }

    @Test(arguments: examples)
    func `what was signed is verified, and nothing else`(example: Example) throws {
        let headers = signed(example)
        let claims = try SignatureClaims { headers[$0] }
        let kept = example.request.headers.filter { $0.name != "X-Amz-Date" }
        let received = SignableRequest(
            method: example.request.method,
            path: example.request.path,
            query: example.request.query,
            headers: kept + headers.map { (name: $0, value: $1) },
            payloadHash: example.request.payloadHash
        )
        let altered = SignableRequest(
            method: received.method,
            path: received.path,
            query: received.query,
            headers: received.headers,
            payloadHash: HexDigest(of: [0])
        )

        try SignatureVerifier().verify(claims, of: received, secretAccessKey: Self.secret)

        #expect(throws: Self.mismatch) {
            try SignatureVerifier().verify(claims, of: altered, secretAccessKey: Self.secret)
        }
        #expect(throws: Self.mismatch) {
            try SignatureVerifier().verify(claims, of: received, secretAccessKey: "another")
        }
    }

    @Test func `a query that botocore pre-signed is verified`() throws {
        let query =
            "Action=List&b=x%20y&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fdynamodb%2Faws4_request"
            + "&X-Amz-Date=20150830T123600Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host"
            + "&X-Amz-Security-Token=A%2FToken%2B%3D"
            + "&X-Amz-Signature=97eb520465124df7611f851731bef89e4bb7f8739626e5459e68eb19e5583c60"
        let claims = try SignatureClaims(query: query) { _ in nil }
        let request = SignableRequest(method: "GET", query: query, headers: [Self.host], payloadHash: Self.nothing)

        try SignatureVerifier().verify(claims, of: request, secretAccessKey: Self.secret)

        #expect(claims.sessionToken == "A/Token+=")
    }

    @Test func `values of one header are joined, and a signed one may be absent`() {
        let request = SignableRequest(
            headers: [(name: "A", value: "1 "), (name: "b", value: "x"), (name: "a", value: "\t2")],
            payloadHash: Self.nothing
        )

        let canonical = String(decoding: request.canonicalBytes(signedHeaders: "a;c"), as: UTF8.self)

        #expect(canonical == "POST\n/\n\na:1,2\nc:\n\na;c\n\(Self.nothing.text)")
    }

    private static let mismatch = SigningFault(
        .invalidSignature,
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
            + "Key and signing method. Consult the service documentation for details."
    )

    private func signed(_ example: Example) -> [String: String] {
        let credentials = Credentials(
            accessKeyID: "AKIDEXAMPLE",
            secretAccessKey: Self.secret,
            sessionToken: example.token
        )
        let signer = RequestSigner(region: example.region, service: example.service)
        let headers = signer.sign(example.request, with: credentials, at: Self.time)
        return Dictionary(uniqueKeysWithValues: headers.map { ($0.name, $0.value) })
    }
}

// What a request claims of its signature, and which faults are found in it.

import Testing

@testable import ApusSigning

struct SignatureClaimsTests {
    private static let credential = "AKIDX/20260301/eu-north-1/dynamodb/aws4_request"
    private static let signed =
        "AWS4-HMAC-SHA256 Credential=\(credential), SignedHeaders=host;x-amz-date, Signature=abc"
    private static let presigned =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDX%2F20260301%2Feu-north-1%2Fdynamodb%2Faws4_request"
        + "&X-Amz-Date=20260301T101500Z&X-Amz-SignedHeaders=host%3Bx-amz-date&X-Amz-Signature=abc"

    @Test(arguments: [
        signed,
        "AWS4-HMAC-SHA256 Credential=\(credential),SignedHeaders=host;x-amz-date,Signature=abc",
        "AWS4-HMAC-SHA256 Signature=abc, Credential=\(credential), SignedHeaders=host;x-amz-date",
        "  AWS4-HMAC-SHA256   Other=1 Word Signature=abc Credential=\(credential)/ , SignedHeaders=host;x-amz-date ,",
    ])
    func `the fields of the header come in any order`(authorization: String) throws {
        let claims = try claims(["authorization": authorization, "x-amz-date": "20260301T101500Z"])

        #expect(claims.accessKeyID == "AKIDX")
        #expect(claims.scope == CredentialScope(date: "20260301", region: "eu-north-1", service: "dynamodb"))
        #expect(claims.signedHeaders == "host;x-amz-date")
        #expect(claims.signature == "abc")
        #expect(claims.time.text == "20260301T101500Z")
        #expect(claims.sessionToken == nil)
        #expect(!claims.isPresigned)
    }

    @Test func `a date may stand in the Date header and a token in its own`() throws {
        let claims = try claims([
            "authorization": Self.signed, "x-amz-date": "", "date": "20260301T101501Z", "x-amz-security-token": "t",
        ])

        #expect(claims.time.text == "20260301T101501Z")
        #expect(claims.sessionToken == "t")
    }

    @Test func `a query may carry the signature`() throws {
        let claims = try claims([:], query: Self.presigned + "&X-Amz-Security-Token=a%2Bb&X-Amz-Expires=60")

        #expect(claims.accessKeyID == "AKIDX")
        #expect(claims.region == "eu-north-1")
        #expect(claims.signedHeaders == "host;x-amz-date")
        #expect(claims.signature == "abc")
        #expect(claims.sessionToken == "a+b")
        #expect(claims.isPresigned)
    }

    @Test func `a query without a signature leaves it to the header`() throws {
        let claims = try claims(["authorization": Self.signed, "x-amz-date": "20260301T101500Z"], query: "a=b&c")

        #expect(!claims.isPresigned)
    }

    @Test func `both forms at once are refused`() {
        let fault = fault(["authorization": "anything"], query: "X-Amz-Algorithm")

        #expect(
            fault
                == SigningFault(
                    .invalidSignature,
                    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."
                )
        )
    }

    @Test(arguments: [nil, "", "  ", "Bearer token", "AWS AKIDX:signature", "aws4-hmac-sha256 Credential=a"])
    func `no signature of version 4 is a missing token`(authorization: String?) {
        let fault = fault(authorization.map { ["authorization": $0] } ?? [:])

        #expect(fault == SigningFault(.missingAuthenticationToken, "Request is missing Authentication Token"))
    }

    @Test(arguments: 0..<15)
    func `all missing parts of the header are named in order`(present: Int) {
        let fields = ["Credential=a", "Signature=b", "SignedHeaders=c"]
        let sentences = [
            "Authorization header requires 'Credential' parameter. ",
            "Authorization header requires 'Signature' parameter. ",
            "Authorization header requires 'SignedHeaders' parameter. ",
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ",
        ]
        let isPresent = (0..<4).map { present >> $0 & 1 == 1 }
        let chosen = zip(fields, isPresent).filter(\.1).map(\.0)
        let authorization = (["AWS4-HMAC-SHA256"] + chosen).joined(separator: " ")

        let fault = fault(["authorization": authorization, "x-amz-date": isPresent[3] ? "date" : ""])

        let missing = zip(sentences, isPresent).filter { !$0.1 }.map(\.0).joined()
        #expect(fault == SigningFault(.incompleteSignature, missing + "Authorization=\(authorization)"))
    }

    @Test func `an empty credential or signature counts as missing`() {
        let authorization = "AWS4-HMAC-SHA256 Credential=,Signature=,SignedHeaders="

        let fault = fault(["authorization": authorization, "date": "x"])

        #expect(
            fault?.message
                == "Authorization header requires 'Credential' parameter. "
                + "Authorization header requires 'Signature' parameter. Authorization=\(authorization)"
        )
    }

    @Test(arguments: 0..<31)
    func `all missing parts of the query are named in order`(present: Int) {
        let names = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"]
        let isPresent = names.indices.map { present >> $0 & 1 == 1 }
        let query = zip(names, isPresent).map { "\($0)=\($1 ? "a" : "")" }.joined(separator: "&")

        let fault = fault([:], query: query)

        let missing = zip(names, isPresent).filter { !$0.1 }
            .map { "AWS query-string parameters must include '\($0.0)'. " }
        #expect(
            fault
                == SigningFault(
                    .incompleteSignature,
                    missing.joined() + "Re-examine the query-string parameters."
                )
        )
    }

    @Test(arguments: [
        "201", "20260301T101500", "20260301T101500Z ", "2026-03-01T10:15:00Z", "Sun, 01 Mar 2026 10:15:00 GMT",
        "20261301T101500Z", "20260230T101500Z", "20260301T241500Z", "20260301t101500Z", "+2260301T101500Z",
    ])
    func `a date of another shape is refused`(date: String) {
        let fault = fault(["authorization": Self.signed, "x-amz-date": date])

        #expect(
            fault
                == SigningFault(
                    .incompleteSignature,
                    "Date must be in ISO-8601 'basic format'. Got '\(date)'. "
                        + "See http://en.wikipedia.org/wiki/ISO_8601"
                )
        )
    }

    @Test func `another algorithm is refused`() {
        let authorization = "AWS4-HMAC-SHA512 Credential=a,Signature=b,SignedHeaders=c"

        let fault = fault(["authorization": authorization, "x-amz-date": "20260301T101500Z"])

        #expect(
            fault
                == SigningFault(
                    .incompleteSignature,
                    "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA512' (only AWS4-HMAC-SHA256 for now). "
                )
        )
    }

    @Test(arguments: ["a", "/", "a/b/c/d", "a/b/c/d/", "a/b/c/d/e/f", "//////a"])
    func `a credential of other than five parts is refused`(credential: String) {
        let authorization = "AWS4-HMAC-SHA256 Credential=\(credential),Signature=b,SignedHeaders=c"

        let fault = fault(["authorization": authorization, "x-amz-date": "20260301T101500Z"])

        #expect(
            fault
                == SigningFault(
                    .incompleteSignature,
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
                        + "got '\(credential)'"
                )
        )
    }

    @Test func `of two faults the service's first is told`() throws {
        let expectations = SigningExpectations(now: try #require(SigningTime("20270101T000000Z")), service: "dynamodb")
        let authorization = "AWS4-X Credential=a,Signature=b,SignedHeaders=c"

        let fault = fault(["authorization": authorization, "x-amz-date": "20260301T101500Z"], expecting: expectations)

        #expect(fault?.message.hasPrefix("Signature expired: ") == true)
    }

    private func claims(
        _ headers: [String: String],
        query: String = "",
        expecting expectations: SigningExpectations? = nil
    ) throws(SigningFault) -> SignatureClaims {
        try SignatureClaims(query: query, expecting: expectations) { headers[$0] }
    }

    private func fault(
        _ headers: [String: String],
        query: String = "",
        expecting expectations: SigningExpectations? = nil
    ) -> SigningFault? {
        do throws(SigningFault) {
            _ = try claims(headers, query: query, expecting: expectations)
            return nil
        } catch {
            return error
        }
    }
}

// Signatures out of their time or scope.

import Testing

@testable import ApusSigning

struct SigningExpectationsTests {
    @Test(arguments: ["20260301T101001Z", "20260301T100501Z", "20260301T101501Z"])
    func `a signature within five minutes passes`(time: String) throws {
        try expectations(now: "20260301T101001Z").check(time: #require(SigningTime(time)), expires: nil)
    }

    @Test func `a signature too old is refused`() throws {
        let time = try #require(SigningTime("20260301T100000Z"))

        #expect(
            throws: SigningFault(
                .invalidSignature,
                "Signature expired: 20260301T100000Z is now earlier than 20260301T100501Z "
                    + "(20260301T101001Z - 5 min.)"
            )
        ) { try expectations(now: "20260301T101001Z").check(time: time, expires: nil) }
    }

    @Test func `a signature of the future is refused`() throws {
        let time = try #require(SigningTime("20260301T101502Z"))

        #expect(
            throws: SigningFault(
                .invalidSignature,
                "Signature not yet current: 20260301T101502Z is still later than 20260301T101501Z "
                    + "(20260301T101001Z + 5 min.)"
            )
        ) { try expectations(now: "20260301T101001Z").check(time: time, expires: nil) }
    }

    @Test(arguments: ["60", "3600", "0", "-5", "9223372036854775807", "-9223372036854775808"])
    func `a pre-signed query lasts as long as it says`(expires: String) throws {
        let time = try #require(SigningTime("20260301T100930Z"))

        let isAccepted = (try? expectations(now: "20260301T101001Z").check(time: time, expires: expires)) != nil

        #expect(isAccepted == (Int64(expires)! > 31))
    }

    @Test(arguments: [("host", true), ("a;Host;b", true), ("", false), ("hos;hostt", false), ("(/34", false)])
    func `the host must be signed`(names: Substring, isAccepted: Bool) {
        let fault = fault { () throws(SigningFault) in try expectations().check(signedHeaders: names) }

        let refusal = SigningFault(
            .invalidSignature,
            "'Host' must be a 'SignedHeader' in the AWS Authorization."
        )
        #expect(fault == (isAccepted ? nil : refusal))
    }

    @Test(arguments: 0..<16)
    func `all that is wrong with a scope is told in order`(right: Int) throws {
        let isRight = (0..<4).map { right >> $0 & 1 == 1 }
        let scope = CredentialScope(
            date: isRight[3] ? "20260301" : "b",
            region: isRight[0] ? "eu-north-1" : "c",
            service: isRight[1] ? "dynamodb" : "d",
            terminator: isRight[2] ? "aws4_request" : "e"
        )
        let sentences = [
            "Credential should be scoped to a valid region, not 'c'. ",
            "Credential should be scoped to correct service: 'dynamodb'. ",
            "Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. ",
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'b' != '20260301', from '20260301T101500Z'.",
        ]
        let time = try #require(SigningTime("20260301T101500Z"))

        let fault = fault { () throws(SigningFault) in try expectations().check(scope: scope, signedAt: time) }

        let text = zip(sentences, isRight).filter { !$0.1 }.map(\.0).joined()
        #expect(fault == (text.isEmpty ? nil : SigningFault(.invalidSignature, text)))
    }

    @Test func `any region passes where none is expected`() throws {
        let time = try #require(SigningTime("20260301T101500Z"))
        let scope = CredentialScope(date: "20260301", region: "mars-1", service: "dynamodb")

        try SigningExpectations(now: time, service: "dynamodb").check(scope: scope, signedAt: time)
    }

    private func expectations(now: String = "20260301T101001Z") -> SigningExpectations {
        SigningExpectations(now: SigningTime(now)!, service: "dynamodb", region: "eu-north-1")
    }

    private func fault(_ check: () throws(SigningFault) -> Void) -> SigningFault? {
        do throws(SigningFault) {
            try check()
            return nil
        } catch {
            return error
        }
    }
}

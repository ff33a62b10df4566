// Credentials in exchange for a token.

import ApusModel
import Testing

@testable import Apus

struct WebIdentityCredentialsTests {
    private static let endpoint = Endpoint(service: "sts", region: "eu-north-1")
    private static let line = "POST https://sts.eu-north-1.amazonaws.com/"

    private func provider(_ services: ScriptedServices, sessionName: String? = "tom") -> WebIdentityCredentials {
        WebIdentityCredentials(
            WebIdentity(tokenFile: "/token", role: "arn:aws:iam::1:role/cats", sessionName: sessionName),
            endpoint: Self.endpoint,
            surroundings: .scripted(files: ["/token": "a+b/c=\n"], services: services)
        )
    }

    @Test func `the token is exchanged for credentials`() async throws {
        let answer = """
            <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <AssumeRoleWithWebIdentityResult><Credentials>
                <SessionToken>tok&#x2B;&amp;&#110;</SessionToken><SecretAccessKey>secret</SecretAccessKey>
                <Expiration>2027-01-01T00:00:00Z</Expiration><AccessKeyId>id</AccessKeyId>
              </Credentials></AssumeRoleWithWebIdentityResult>
            </AssumeRoleWithWebIdentityResponse>
            """
        let services = ScriptedServices([Self.line: (200, answer)])

        let found = try await provider(services).credentials()

        #expect(found == .pair("id", token: "tok+&n", expiry: Timestamp(milliseconds: 1_798_761_600_000)))
        #expect(
            services.calls.first?.body == "Action=AssumeRoleWithWebIdentity&Version=2011-06-15"
                + "&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fcats&RoleSessionName=tom&WebIdentityToken=a%2Bb%2Fc%3D"
        )
    }

    @Test(arguments: [("AccessDenied", false), ("IDPCommunicationError", true)])
    func `a refusal is told by its code`(code: String, isPassing: Bool) async throws {
        let answer = "<ErrorResponse><Error><Code>\(code)</Code><Message>x</Message></Error></ErrorResponse>"
        let provider = provider(ScriptedServices([Self.line: (400, answer)]))

        let error = try await #require(throws: CredentialError.self) { try await provider.credentials() }

        let message = "https://sts.eu-north-1.amazonaws.com refused the role arn:aws:iam::1:role/cats: \(code)."
        #expect(error == CredentialError(message, isPassing: isPassing))
    }

    @Test func `a token file that is not there is told`() async throws {
        let provider = WebIdentityCredentials(
            WebIdentity(tokenFile: "/none", role: "cats", sessionName: nil),
            endpoint: Self.endpoint,
            surroundings: .scripted()
        )

        await #expect(throws: CredentialError("There is no token file /none.")) { try await provider.credentials() }
    }

    @Test(arguments: ["<a>x", "<a>x<b>y</b></a>", "a>x</a>", "", "<a"])
    func `XML without the element has no text`(text: String) {
        #expect(XMLText(Array(text.utf8)).text(of: "a") == nil)
    }
}

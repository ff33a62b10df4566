// Credentials of an EC2 instance.

import ApusModel
import Testing

@testable import Apus

struct InstanceCredentialsTests {
    private static let roles = "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/"
    private static let document = """
        {"Code":"Success","AccessKeyId":"id","SecretAccessKey":"secret","Token":"token",
        "Expiration":"2027-01-01T00:00:00Z"}
        """
    private static let answers = [
        "PUT http://169.254.169.254/latest/api/token": (200, "metadata-token"),
        roles: (200, "cat-role\n"),
        "\(roles)cat-role": (200, document),
    ]

    private func provider(_ services: ScriptedServices) throws -> InstanceCredentials {
        InstanceCredentials(
            endpoint: Endpoint("http://169.254.169.254"),
            surroundings: .scripted(services: services)
        )
    }

    @Test func `the role's credentials come for a token`() async throws {
        let services = ScriptedServices(Self.answers)

        let found = try await provider(services).credentials()

        #expect(found == .pair("id", token: "token", expiry: Timestamp(milliseconds: 1_798_761_600_000)))
        #expect(services.calls.count == 3)
        #expect(services.calls[0].headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600")
        #expect(services.calls[1].headers["x-aws-ec2-metadata-token"] == "metadata-token")
        #expect(services.calls[2].headers["x-aws-ec2-metadata-token"] == "metadata-token")
    }

    @Test func `where nobody answers there are none`() async throws {
        #expect(try await provider(ScriptedServices()).credentials() == nil)
    }

    @Test(arguments: [403, 404])
    func `without a token nothing more is asked`(status: Int) async throws {
        let services = ScriptedServices(["PUT http://169.254.169.254/latest/api/token": (status, "")])

        #expect(try await provider(services).credentials() == nil)
        #expect(services.calls.count == 1)
    }

    @Test func `an instance without a role has none`() async throws {
        let answers = Self.answers.merging([Self.roles: (404, "")]) { $1 }

        #expect(try await provider(ScriptedServices(answers)).credentials() == nil)
    }

    @Test func `a failure is told`() async throws {
        let answers = Self.answers.merging(["\(Self.roles)cat-role": (200, #"{"Code":"Failed"}"#)]) { $1 }
        let provider = try provider(ScriptedServices(answers))

        let error = try await #require(throws: CredentialError.self) { try await provider.credentials() }

        #expect(error.isPassing && error.description.hasSuffix("gave no credentials: Failed."))
    }
}

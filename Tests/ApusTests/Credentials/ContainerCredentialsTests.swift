// Credentials of a container.

import ApusModel
import Testing

@testable import Apus

struct ContainerCredentialsTests {
    private static let expiry = Timestamp(milliseconds: 1_798_761_600_000)
    private static let document =
        #"{"AccessKeyId":"id","SecretAccessKey":"secret","Token":"token","Expiration":"2027-01-01T00:00:00.5Z"}"#

    @Test(arguments: [
        (["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x?id=1"], "http://169.254.170.2/v2/x?id=1"),
        (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost:81/x"], "http://localhost:81/x"),
        (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.9.9.9"], "http://127.9.9.9/"),
        (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1"], "http://169.254.170.23/v1"),
        (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[fd00:ec2::23]/v1"], "http://[fd00:ec2::23]/v1"),
        (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "https://example.org/v1"], "https://example.org/v1"),
    ])
    func `the address of the environment is asked`(environment: [String: String], address: String) async throws {
        let services = ScriptedServices(["GET \(address)": (200, Self.document)])
        let provider = ContainerCredentials(surroundings: .scripted(environment, services: services))

        #expect(try await provider.credentials() == .pair("id", token: "token", expiry: Self.expiry))
        #expect(services.calls.first?.headers == [:])
    }

    @Test func `the token of a file stands over that of the environment`() async throws {
        let environment = [
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/x", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "old",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token",
        ]
        let services = ScriptedServices(["GET http://127.0.0.1/x": (200, Self.document)])
        let surroundings = Surroundings.scripted(environment, files: ["/token": "Basic new\n"], services: services)

        _ = try await ContainerCredentials(surroundings: surroundings).credentials()

        #expect(services.calls.first?.headers["authorization"] == "Basic new")
    }

    @Test(arguments: [
        "http://example.org/x", "http://169.254.169.254/x", "http://127.0.0.1.example.org/x", "http://10.0.0.1/",
        "http://localhost.example.org/", "ftp://127.0.0.1/", "http://user@127.0.0.1/",
    ])
    func `no other host gets the token`(address: String) async {
        let environment = [
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": address, "AWS_CONTAINER_AUTHORIZATION_TOKEN": "token",
        ]
        let services = ScriptedServices()
        let provider = ContainerCredentials(surroundings: .scripted(environment, services: services))

        await #expect(throws: CredentialError.self) { try await provider.credentials() }
        #expect(services.calls.isEmpty)
    }

    @Test func `a token with a line break is not sent`() async {
        let environment = [
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\r\nhost: b",
        ]
        let services = ScriptedServices()
        let provider = ContainerCredentials(surroundings: .scripted(environment, services: services))

        await #expect(throws: CredentialError.self) { try await provider.credentials() }
        #expect(services.calls.isEmpty)
    }

    @Test(arguments: [(500, true), (429, true), (400, false)])
    func `a refusal is told`(status: Int, isPassing: Bool) async throws {
        let services = ScriptedServices(["GET http://127.0.0.1/": (status, "")])
        let environment = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/"]
        let provider = ContainerCredentials(surroundings: .scripted(environment, services: services))

        let error = try await #require(throws: CredentialError.self) { try await provider.credentials() }

        #expect(error.isPassing == isPassing)
    }
}

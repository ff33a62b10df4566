// The order in which sources of credentials are asked.

import Testing

@testable import Apus

struct CredentialSourcesTests {
    private static let configuration = """
        [default]
        aws_access_key_id = profile
        aws_secret_access_key = secret
        [profile role]
        role_arn = arn:role
        web_identity_token_file = /token
        [profile sso]
        sso_session = x
        """
    private static let everything = [
        "HOME": "/home", "AWS_ACCESS_KEY_ID": "environment", "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:role",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1/", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://[::1]",
        "AWS_ENDPOINT_URL_STS": "http://sts",
    ]
    private static let xml = "<AccessKeyId>identity</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
    private static let roles = "http://[::1]/latest/meta-data/iam/security-credentials/"
    private static let answers = [
        "POST http://sts/": (200, xml),
        "GET http://127.0.0.1/": (200, #"{"AccessKeyId":"container","SecretAccessKey":"secret"}"#),
        "PUT http://[::1]/latest/api/token": (200, "token"),
        "GET \(roles)": (200, "role"),
        "GET \(roles)role": (200, #"{"Code":"Success","AccessKeyId":"instance","SecretAccessKey":"secret"}"#),
    ]

    private func accessKeyID(
        _ environment: [String: String],
        _ choices: ClientChoices = ClientChoices()
    ) async throws -> String? {
        let surroundings = Surroundings.scripted(
            environment,
            files: ["/home/.aws/config": Self.configuration, "/token": "token"],
            services: ScriptedServices(Self.answers)
        )
        let settings = try ClientConfiguration(choices, surroundings: surroundings)
        return try await settings.credentials.credentials()?.credentials.accessKeyID
    }

    @Test func `what is meant for AWS keeps nobody from a server of their own`() async throws {
        var environment = Self.everything
        environment["AWS_ACCESS_KEY_ID"] = nil
        environment["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:8000"
        // No token leaves for a service of AWS, nor does anyone miss a role for it.
        #expect(try await accessKeyID(environment) == "profile")
        environment["AWS_ROLE_ARN"] = nil
        environment["HOME"] = nil
        #expect(try await accessKeyID(environment) == "container")
        environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = nil
        #expect(try await accessKeyID(environment) == "apus")
    }

    @Test func `the older variable names a profile too`() async throws {
        var environment = Self.everything
        environment["AWS_ACCESS_KEY_ID"] = nil
        environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = nil
        environment["AWS_DEFAULT_PROFILE"] = "nobody"
        let named = environment

        await #expect(throws: ClientConfigurationError.unknownProfile("nobody")) { try await accessKeyID(named) }
    }

    @Test func `one source after another is asked`() async throws {
        var environment = Self.everything
        #expect(try await accessKeyID(environment) == "environment")
        environment["AWS_ACCESS_KEY_ID"] = nil
        #expect(try await accessKeyID(environment) == "identity")
        environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = nil
        #expect(try await accessKeyID(environment) == "profile")
        environment["HOME"] = nil
        #expect(try await accessKeyID(environment) == "container")
        environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = nil
        #expect(try await accessKeyID(environment) == "instance")
        environment["AWS_EC2_METADATA_DISABLED"] = "True"
        #expect(try await accessKeyID(environment) == nil)
    }

    @Test func `a profile that the caller names stands over the environment`() async throws {
        #expect(try await accessKeyID(Self.everything, ClientChoices(profile: "default")) == "profile")
        #expect(try await accessKeyID(Self.everything, ClientChoices(profile: "role")) == "identity")
    }

    @Test func `half a pair in the environment is refused`() async {
        await #expect(throws: CredentialError.self) { try await accessKeyID(["AWS_ACCESS_KEY_ID": "id"]) }
    }

    @Test func `beside AWS the instance is not asked, and a sign-in for AWS does no harm`() async throws {
        var environment = ["HOME": "/home", "AWS_PROFILE": "sso", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://[::1]"]
        await #expect(throws: CredentialError.self) { try await accessKeyID(environment) }

        environment["AWS_ENDPOINT_URL"] = "http://127.0.0.1:8000"
        #expect(try await accessKeyID(environment) == "apus")
    }
}

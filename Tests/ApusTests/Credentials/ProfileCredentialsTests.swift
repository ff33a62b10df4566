// Credentials out of a profile.

import ApusModel
import Testing

@testable import Apus

struct ProfileCredentialsTests {
    private func provider(
        _ configuration: String,
        credentials: String = "",
        commands: [String: String] = [:]
    ) throws -> ProfileCredentials {
        let profile = Profile(
            "default",
            configuration: try SharedFile(parsing: "[default]\n\(configuration)\n", path: "config"),
            credentials: try SharedFile(parsing: credentials, path: "credentials")
        )
        return ProfileCredentials(try #require(profile), surroundings: .scripted(commands: commands))
    }

    @Test func `the credentials file stands over the configuration`() async throws {
        let provider = try provider(
            "aws_access_key_id = old\naws_secret_access_key = secret",
            credentials: "[default]\naws_access_key_id = new\naws_session_token = token\n"
        )

        #expect(try await provider.credentials() == .pair("new", token: "token"))
    }

    @Test func `a token of the one file is none for the pair of the other`() async throws {
        let provider = try provider(
            "aws_session_token = old",
            credentials: "[default]\naws_access_key_id = new\naws_secret_access_key = secret\n"
        )

        #expect(try await provider.credentials() == .pair("new", token: nil))
    }

    @Test func `half a pair is refused`() async throws {
        let provider = try provider("aws_access_key_id = id")

        await #expect(
            throws: CredentialError("config, line 2: the profile default has no aws_secret_access_key beside it.")
        ) { try await provider.credentials() }
    }

    @Test func `a profile without credentials has none`() async throws {
        #expect(try await provider("region = a").credentials() == nil)
    }

    @Test func `a command prints credentials that expire`() async throws {
        let provider = try provider(
            #"credential_process = "/my tools/get" cats"#,
            commands: [
                "/my tools/get cats": """
                {"Version": 1, "AccessKeyId": "id", "SecretAccessKey": "secret", "SessionToken": "token",
                 "Expiration": "2026-03-01T10:15:00+01:00", "More": [1]}
                """
            ]
        )

        let expiry = Timestamp(milliseconds: 1_772_356_500_000)
        #expect(try await provider.credentials() == .pair("id", token: "token", expiry: expiry))
    }

    @Test(arguments: [
        ("", "the credential_process printed no JSON of version 1."),
        (#"{"Version":2,"AccessKeyId":"id"}"#, "the credential_process printed no JSON of version 1."),
        (#"{"Version":1,"AccessKeyId":"id"}"#, "the credential_process gave no AccessKeyId with a SecretAccessKey."),
        (
            #"{"Version":1,"AccessKeyId":"id","SecretAccessKey":"s","Expiration":"soon"}"#,
            "the credential_process gave an Expiration that is no time of ISO 8601."
        ),
        (
            #"{"Version":1,"AccessKeyId":"id","SecretAccessKey":"s","Expiration":"2025-01-01T00:00:00Z"}"#,
            "the credential_process gave credentials that have expired."
        ),
        (nil, "the credential_process gave nothing: no script."),
    ])
    func `what a command does wrong is told by its line`(output: String?, message: String) async throws {
        let provider = try provider("credential_process = get", commands: output.map { ["get": $0] } ?? [:])

        let error = try await #require(throws: CredentialError.self) { try await provider.credentials() }

        #expect(error.description == "config, line 2: \(message)")
    }

    @Test(arguments: ["source_profile", "credential_source", "sso_session", "sso_start_url"])
    func `other ways are refused with a way out`(setting: String) async throws {
        let provider = try provider("\(setting) = x")

        let error = try await #require(throws: CredentialError.self) { try await provider.credentials() }

        #expect(error.description.hasPrefix("config, line 2: apus does not get credentials this way."))
        #expect(error.description.hasSuffix("aws configure export-credentials --profile default"))
    }
}

// Settings of a client out of what it is given, the environment and the shared files.

import ApusSigning
import Testing

@testable import Apus

struct ClientConfigurationTests {
    private static let home = ["HOME": "/home/tom"]

    private func settings(
        _ choices: ClientChoices = ClientChoices(),
        _ environment: [String: String] = [:],
        configuration: String,
        credentials: String = ""
    ) throws -> ClientConfiguration {
        let files = ["/home/tom/.aws/config": configuration, "/home/tom/.aws/credentials": credentials]
        return try ClientConfiguration(
            choices,
            surroundings: .scripted(environment.merging(Self.home) { $1 }, files: files)
        )
    }

    @Test func `what is given stands over the environment`() async throws {
        let environment = [
            "AWS_REGION": "eu-north-1", "AWS_ENDPOINT_URL": "http://elsewhere:1", "AWS_ACCESS_KEY_ID": "id",
            "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "token",
        ]

        let settings = try ClientConfiguration(
            endpointURL: "http://127.0.0.1:8000",
            region: "eu-west-3",
            environment: environment
        )

        #expect(settings.region == "eu-west-3")
        #expect(settings.endpoint == Endpoint("http://127.0.0.1:8000"))
        #expect(try await settings.credentials.credentials() == .pair("id", token: "token"))
    }

    @Test func `an endpoint beside AWS takes made-up credentials`() async throws {
        let settings = try ClientConfiguration(endpointURL: "http://127.0.0.1:8000", region: nil, environment: [:])

        #expect(settings.region == "us-east-1")
        #expect(try await settings.credentials.credentials()?.credentials.accessKeyID == "apus")
    }

    @Test func `AWS itself takes no made-up credentials`() async throws {
        let settings = try ClientConfiguration(endpointURL: nil, region: "eu-north-1", environment: [:])

        #expect(settings.endpoint == Endpoint("https://dynamodb.eu-north-1.amazonaws.com"))
        #expect(try await settings.credentials.credentials() == nil)
    }

    @Test(arguments: [
        (nil, [:], "https://streams.dynamodb.eu-north-1.amazonaws.com"),
        ("http://here:1", ["AWS_ENDPOINT_URL_DYNAMODB_STREAMS": "http://there:2"], "http://here:1"),
        (nil, ["AWS_ENDPOINT_URL_DYNAMODB_STREAMS": "http://there:2"], "http://there:2"),
        (nil, ["AWS_ENDPOINT_URL": "http://all:3"], "http://all:3"),
        (nil, ["AWS_ENDPOINT_URL_DYNAMODB": "http://here:1"], "http://here:1"),
    ])
    func `streams are read where it is said, else where the tables are`(
        choice: String?,
        environment: [String: String],
        address: String
    ) throws {
        let settings = try ClientConfiguration(
            endpointURL: choice,
            region: "eu-north-1",
            environment: environment
        )

        #expect(settings.endpoint(of: .dynamoDBStreams) == Endpoint(address))
    }

    @Test func `an endpoint that is none is refused`() {
        #expect(throws: ClientConfigurationError.badEndpoint("here")) {
            try ClientConfiguration(endpointURL: "here", region: nil, environment: [:])
        }
    }

    @Test func `a region that could be another host is refused`() {
        #expect(throws: ClientConfigurationError.badRegion("evil.example/")) {
            try ClientConfiguration(endpointURL: nil, region: "evil.example/", environment: [:])
        }
    }

    @Test func `a profile tells all that a client needs`() async throws {
        let configuration = """
            [profile cats]
            region = eu-central-1
            use_fips_endpoint = true
            use_dualstack_endpoint = TRUE
            retry_mode = adaptive
            max_attempts = 7
            """

        let settings = try settings(
            ClientChoices(profile: "cats"),
            ["AWS_ACCESS_KEY_ID": "other", "AWS_SECRET_ACCESS_KEY": "secret"],
            configuration: configuration,
            credentials: "[cats]\naws_access_key_id = id\naws_secret_access_key = secret\n"
        )

        #expect("\(settings.endpoint)" == "https://dynamodb-fips.eu-central-1.api.aws")
        #expect(settings.retries is AdaptiveRetries)
        #expect(try await settings.credentials.credentials() == .pair("id"))
    }

    @Test func `AWS_PROFILE names a profile, and the environment's keys stand over it`() async throws {
        let environment = ["AWS_PROFILE": "cats", "AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret"]

        let settings = try settings(
            ClientChoices(),
            environment,
            configuration: "[profile cats]\nregion = eu-west-1\naws_access_key_id = x\naws_secret_access_key = y\n"
        )

        #expect(settings.region == "eu-west-1")
        #expect(try await settings.credentials.credentials() == .pair("id"))
    }

    @Test func `a profile that is not there is refused`() {
        #expect(throws: ClientConfigurationError.unknownProfile("dogs")) {
            try settings(ClientChoices(profile: "dogs"), configuration: "[profile cats]\n")
        }
    }

    @Test(arguments: [
        ([:], "http://services:1"),
        (["AWS_ENDPOINT_URL": "http://all:2"], "http://all:2"),
        (["AWS_ENDPOINT_URL": "http://all:2", "AWS_ENDPOINT_URL_DYNAMODB": "http://own:3"], "http://own:3"),
        (["AWS_PROFILE": "plain"], "http://profile:4"),
        (["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"], "https://dynamodb.us-east-1.amazonaws.com"),
    ])
    func `the closest address of the service holds`(environment: [String: String], address: String) throws {
        let configuration = """
            [default]
            services = local
            endpoint_url = http://profile:9
            [profile plain]
            endpoint_url = http://profile:4
            [services local]
            s3 =
              endpoint_url = http://services:8
            dynamodb =
              endpoint_url = http://services:1
            """

        let settings = try settings(ClientChoices(), environment, configuration: configuration)

        #expect("\(settings.endpoint)" == address)
    }

    @Test(arguments: [
        ("max_attempts = many", "max_attempts in /home/tom/.aws/config, line 2 is \"many\"."),
        ("retry_mode = wild", "retry_mode in /home/tom/.aws/config, line 2 is \"wild\"."),
        ("services = none", "/home/tom/.aws/config, line 2: there is no section [services none]"),
    ])
    func `a value that is none is refused by its line`(line: String, beginning: String) throws {
        let error = try #require(throws: ClientConfigurationError.self) {
            try settings(configuration: "[default]\n\(line)\n")
        }

        #expect("\(error)".hasPrefix(beginning))
    }

    @Test func `nothing of it tells a secret`() throws {
        let environment = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "hidden"]

        let surroundings = Surroundings.scripted(environment)
        let shared = try SharedConfiguration(profileName: nil, surroundings: surroundings)

        var dumped = ""
        dump(surroundings, to: &dumped)
        #expect(!dumped.contains("hidden"))
        #expect(!"\(surroundings) \(shared) \(EnvironmentCredentials(surroundings.environment))".contains("hidden"))
    }
}

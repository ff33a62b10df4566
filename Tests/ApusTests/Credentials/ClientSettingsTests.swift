// Settings of a client out of what it is given and the environment.

import ApusSigning
import Testing

@testable import Apus

struct ClientSettingsTests {
    @Test func `what is given stands over the environment`() throws {
        let environment = [
            "AWS_REGION": "eu-north-1", "AWS_ENDPOINT_URL": "http://elsewhere:1", "AWS_ACCESS_KEY_ID": "id",
            "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "token",
        ]

        let settings = try ClientSettings(
            endpointURL: "http://127.0.0.1:8000",
            region: "eu-west-3",
            environment: environment
        )

        #expect(settings.region == "eu-west-3")
        #expect(settings.endpoint == Endpoint("http://127.0.0.1:8000"))
        #expect(
            settings.credentials == Credentials(accessKeyID: "id", secretAccessKey: "secret", sessionToken: "token")
        )
    }

    @Test func `an endpoint beside AWS takes made-up credentials`() throws {
        let settings = try ClientSettings(endpointURL: "http://127.0.0.1:8000", region: nil, environment: [:])

        #expect(settings.region == "us-east-1")
        #expect(settings.credentials.accessKeyID == "apus")
    }

    @Test func `AWS itself wants credentials`() {
        let endpoint = Endpoint(region: "eu-north-1")

        #expect(throws: ClientSettingsError.noCredentials(endpoint)) {
            try ClientSettings(endpointURL: nil, region: "eu-north-1", environment: ["AWS_ACCESS_KEY_ID": "id"])
        }
    }

    @Test func `an endpoint that is none is refused`() {
        #expect(throws: ClientSettingsError.badEndpoint("here")) {
            try ClientSettings(endpointURL: "here", region: nil, environment: [:])
        }
    }
}

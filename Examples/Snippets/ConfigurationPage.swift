// The code of the page about configuration and credentials.

import ApusTesting
import Testing

struct ConfigurationPage {
    @Test func `a client is configured in code`() {
        let local = ClientConfiguration(endpoint: "http://127.0.0.1:8000")
        let remote = ClientConfiguration(
            endpoint: Endpoint(region: "eu-north-1", variant: EndpointVariant(isFIPS: false, isDualStack: true)),
            region: "eu-north-1",
            credentials: StaticCredentials(accessKeyID: "AKIAEXAMPLE", secretAccessKey: "not in the code, please"),
            transport: TransportSettings(answerTime: .seconds(10), proxy: HTTPProxy("http://proxy.example:3128"))
        )

        #expect(local.endpoint.description == "http://127.0.0.1:8000")
        #expect(remote.endpoint.description == "https://dynamodb.eu-north-1.api.aws")
    }

    @Test func `what is chosen stands over the surroundings`() throws {
        let configuration = try ClientConfiguration(
            ClientChoices(endpointURL: "http://127.0.0.1:8000", region: "eu-north-1")
        )

        #expect(configuration.region == "eu-north-1")
        #expect(configuration.endpoint == "http://127.0.0.1:8000")
    }
}

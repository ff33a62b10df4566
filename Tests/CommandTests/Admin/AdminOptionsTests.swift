// Which server an admin command speaks to.

import Apus
import Testing

@testable import ApusCommand

struct AdminOptionsTests {
    private func client(_ words: [String], _ environment: [String: String] = [:]) throws -> AdminClient {
        try AdminOptions.parse(words).client(environment: environment)
    }

    @Test func `without a word it is the server of this machine`() throws {
        let client = try client([], ["AWS_ENDPOINT_URL": "", "APUS_ADMIN_KEY": ""])

        #expect("\(client.endpoint)" == "http://127.0.0.1:8000")
        #expect(client.key == nil)
    }

    @Test func `options stand over the environment, and the closer variable over the wider one`() throws {
        var environment = ["AWS_ENDPOINT_URL": "http://wide:1", "APUS_ADMIN_KEY": "theirs"]
        #expect("\(try client([], environment).endpoint)" == "http://wide:1")
        #expect(try client([], environment).key == "theirs")

        environment["AWS_ENDPOINT_URL_DYNAMODB"] = "http://close:2"
        #expect("\(try client([], environment).endpoint)" == "http://close:2")

        let words = ["--endpoint-url", "https://mine", "--admin-key", "mine"]
        #expect("\(try client(words, environment).endpoint)" == "https://mine")
        #expect(try client(words, environment).key == "mine")
    }

    @Test func `an address or a key that cannot be is refused`() {
        #expect(throws: ClientConfigurationError.badEndpoint("cats")) { try client(["--endpoint-url", "cats"]) }
        #expect(throws: AdminError.self) { try client([], ["APUS_ADMIN_KEY": "a\r\nb"]) }
    }
}

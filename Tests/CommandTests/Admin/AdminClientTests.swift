// What an admin command makes of refusals.

import Apus
import Testing

@testable import ApusCommand

struct AdminClientTests {
    private func refusal(_ status: Int, _ body: String) throws -> String {
        let endpoint = Endpoint("http://127.0.0.1:8000")
        return AdminError.refused(ClientAnswer(status: status, body: Array(body.utf8)), by: endpoint).description
    }

    @Test func `the server's sentence is the command's`() throws {
        let sentence = try refusal(404, #"{"code":7,"error":"There is no rule \"ada\"."}"#)

        #expect(sentence == #"There is no rule "ada"."#)
    }

    @Test(arguments: ["", "<html>", "{}", #"{"error":3}"#, #"{"error":null}"#])
    func `an answer without a sentence is told by its status`(body: String) throws {
        let sentence = try refusal(502, body)

        #expect(sentence.hasPrefix("http://127.0.0.1:8000 answered with HTTP status 502"))
    }

    @Test func `a server that is not there is named`() async throws {
        // Nobody listens at the port that is reserved for multiplexing.
        let endpoint = Endpoint("http://127.0.0.1:1")
        let client = AdminClient(endpoint: endpoint, key: nil)

        await #expect(throws: AdminError.unreachable(endpoint)) { _ = try await client.call(.get, "clock") }
    }

    @Test(arguments: [("a-b_c.d", "a-b_c.d"), ("a/b?c#d%", "a%2Fb%3Fc%23d%25"), ("é ", "%C3%A9%20"), ("..", "..")])
    func `a name becomes one part of a path`(name: String, part: String) {
        #expect(AdminClient.segment(name) == part)
    }
}

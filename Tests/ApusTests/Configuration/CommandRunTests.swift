// Commands whose output is wanted.

import Testing

@testable import Apus

struct CommandRunTests {
    @Test func `the output of a command comes whole`() async throws {
        let output = try await CommandRun(["sh", "-c", "head -c 100000 /dev/zero; cat"]).output()

        #expect(output.count == 100_000)
    }

    @Test(arguments: [
        (["sh", "-c", "echo x; exit 3"], "it ended with status 3"),
        (["no-such-program-of-apus"], "it ended with status 127"),
    ])
    func `a command that fails gives nothing`(words: [String], reason: String) async {
        await #expect(throws: CommandFailure(reason)) { try await CommandRun(words).output() }
    }

    @Test(arguments: ["sleep 20", "exec >&-; exec sleep 20", "while :; do echo 0123456789; done"])
    func `a command that does not end is ended`(script: String) async {
        await #expect(throws: CommandFailure.self) {
            try await CommandRun(["sh", "-c", script], timeLimit: .milliseconds(300)).output()
        }
    }
}

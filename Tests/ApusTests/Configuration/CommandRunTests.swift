// Commands whose output is wanted.

import Foundation
import Testing

@testable import Apus

struct CommandRunTests {
    @Test func `the output of a command comes whole`() async throws {
        let output = try await CommandRun(["sh", "-c", "head -c 100000 /dev/zero; cat"]).output()

        #expect(output.count == 100_000)
    }

    @Test(arguments: [
        (["sh", "-c", "echo x; exit 3"], "it ended with status 3"),
        (["no-such-program-of-apus"], "there is no program no-such-program-of-apus"),
        (["sh", "-c", "kill -9 $$"], "it ended with status 137"),
    ])
    func `a command that fails gives nothing`(words: [String], reason: String) async {
        await #expect(throws: CommandFailure(reason)) { try await CommandRun(words).output() }
    }

    @Test func `what a command leaves behind is not waited for, and lives on`() async throws {
        let output = try await CommandRun([
            "sh", "-c", "sleep 600 </dev/null >/dev/null 2>&1 & echo $!",
        ]).output()

        let helper = try #require(Int32(String(decoding: output.dropLast(), as: UTF8.self)))
        #expect(kill(helper, 0) == 0)
        kill(helper, SIGKILL)
    }

    @Test func `a command has its signals as they are by default`() async {
        await #expect(throws: CommandFailure("it ended with status 143")) {
            try await CommandRun(["sh", "-c", "kill -TERM $$; echo alive"]).output()
        }
    }

    @Test(arguments: ["sleep 20", "exec >&-; exec sleep 20", "while :; do echo 0123456789; done"])
    func `a command that does not end is ended`(script: String) async {
        await #expect(throws: CommandFailure.self) {
            try await CommandRun(["sh", "-c", script], timeLimit: .milliseconds(300)).output()
        }
    }
}

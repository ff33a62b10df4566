// The words of `apus faults`.

import Testing

@testable import ApusCommand

struct FaultsCommandTests {
    @Test(arguments: [
        ["list"], ["list", "--output", "json"], ["add", "a.yaml", "-"], ["replace", "-"], ["remove", "a", "b"],
        ["clear"],
        ["start", "rainy"], ["stop", "rainy"],
        ["list", "--endpoint-url", "http://127.0.0.1:1", "--admin-key", "secret"],
    ])
    func `words that make a command`(words: [String]) {
        #expect(throws: Never.self) { try FaultsCommand.parseAsRoot(words) }
    }

    @Test(arguments: [
        ["add"], ["replace"], ["replace", "a", "b"], ["remove"], ["remove", ""], ["remove", "a", ""], ["start"],
        ["stop", ""], ["start", "a", "b"], ["clear", "a"], ["list", "--output", "yaml"], ["pause"],
    ])
    func `words that make none`(words: [String]) {
        #expect(throws: (any Error).self) { try FaultsCommand.parseAsRoot(words) }
    }

    @Test func `a scenario is a path`() throws {
        let command = try FaultsStartCommand.parse(["rainy/day", "--output", "json"])

        #expect(command.scenario.path == "scenarios/rainy%2Fday")
        #expect(command.admin.output == .json)
    }
}

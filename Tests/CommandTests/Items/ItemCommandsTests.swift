// Words that make up commands about items, and words that do not.

import ArgumentParser
import Testing

@testable import ApusCommand

struct ItemCommandsTests {
    @Test(arguments: [
        ["get", "Films", "title=M", "year=1931", "--output", "table"],
        ["put", "Films", "{}", "--if-not-exists", "--condition", "a = :b", "--values", "{}"],
        ["put", "Films", "--file", "-"],
        ["delete", "Films", "title=M"],
        ["query", "Films", "M", "--sort-from", "-5", "--sort-to", "-1", "--descending", "--limit", "3"],
        ["query", "Films", "--key-condition", "a = :b"],
        ["scan", "Films", "--index", "byYear", "--typed", "--consistent"],
        ["export", "Films", "--file", "x.csv", "--columns", "a,b", "--segments", "8", "--rate", "0.5"],
    ])
    func `commands are understood`(words: [String]) throws {
        _ = try ApusCommand.parseAsRoot(words)
    }

    @Test(arguments: [
        ["get", "Films"],
        ["put", "Films"],
        ["put", "Films", "{}", "--file", "-"],
        ["query", "Films"],
        ["query", "Films", "M", "--key-condition", "a = :b"],
        ["query", "Films", "--key-condition", "a = :b", "--sort", "1"],
        ["query", "Films", "M", "--sort-begins-with", "a", "--sort-from", "b"],
        ["scan", "Films", "--limit", "0"],
        ["scan", "Films", "--output", "table", "--typed"],
        ["export", "Films", "--segments", "0"],
        ["export", "Films", "--rate", "0"],
        ["export", "Films", "--columns", "a"],
    ])
    func `words that make no command are refused as usage`(words: [String]) {
        do {
            _ = try ApusCommand.parseAsRoot(words)
            Issue.record("\(words) was taken")
        } catch {
            #expect(ApusCommand.exitCode(for: error) == .validationFailure)
        }
    }
}

// Files of faults as the plans of a server that starts with them.

import Testing

@testable import ApusCommand

struct FaultFilePlanTests {
    private func file(_ text: String) throws -> FaultFile {
        try FaultFile(text: text, path: "faults.yaml")
    }

    @Test func `a file is a plan`() throws {
        let plan = try file("seed: 7\nrules: [{next: 1, effect: {error: before}}]\nscenarios: {rainy: {}}").plan()

        #expect(plan.seed == 7)
        #expect(plan.rules.map(\.name) == ["rule-1"])
        #expect(plan.scenarios.map(\.name) == ["rainy"])
    }

    @Test func `a plan that makes no sense is told with its file`() throws {
        let file = try file("rules: [{name: ada, next: \"1\", effect: {error: before}}]")

        let complaint = #"faults.yaml: Fault rule "ada": next must be a whole number from 1"#
        #expect(throws: SettingError(complaint)) { try file.plan() }
    }
}

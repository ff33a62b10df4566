// `apus faults start` and `apus faults stop`: scenarios switched on and off.

import ArgumentParser

struct FaultsStartCommand: AdminCommand {
    typealias Answer = FaultListing

    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Switch a scenario on, and print what is at work then."
    )

    @OptionGroup var scenario: ScenarioArgument
    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.call(.put, scenario.path)
    }
}

struct FaultsStopCommand: AdminCommand {
    typealias Answer = FaultListing

    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Switch a scenario off, and print what is at work then."
    )

    @OptionGroup var scenario: ScenarioArgument
    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.call(.delete, scenario.path)
    }
}

/// The scenario that a command is about.
struct ScenarioArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The name of the scenario, as `apus faults list` has it.", valueName: "scenario"))
    var name: String

    func validate() throws {
        guard !name.isEmpty else { throw ValidationError("The name of a scenario is not empty") }
    }

    var path: String { "scenarios/\(AdminClient.segment(name))" }
}

// `apus faults`: the faults that a running server makes on purpose.

import Apus
import ArgumentParser

struct FaultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faults",
        abstract: "Let a server make faults on purpose.",
        discussion: """
            A rule of faults tells which requests it meets, when it strikes, and what it does to them. Rules that \
            imitate one kind of bad day together are a scenario, which has a name and can be started and stopped.
            """,
        subcommands: [
            FaultsListCommand.self, FaultsAddCommand.self, FaultsReplaceCommand.self, FaultsRemoveCommand.self,
            FaultsClearCommand.self, FaultsStartCommand.self, FaultsStopCommand.self,
        ]
    )
}

struct FaultsListCommand: AdminCommand {
    typealias Answer = FaultListing

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the rules, what they have met and done, and the scenarios."
    )

    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.faults()
    }
}

struct FaultsRemoveCommand: AdminCommand {
    typealias Answer = FaultListing

    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove rules, and print what remains."
    )

    @Argument(help: ArgumentHelp("The names of the rules.", valueName: "name"))
    var names: [String]

    @OptionGroup var admin: AdminOptions

    func validate() throws {
        // A path that ends before the name would mean all rules.
        guard !names.contains("") else { throw ValidationError("The name of a rule is not empty") }
    }

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        for name in names { _ = try await client.call(.delete, "faults/\(AdminClient.segment(name))") }
        return try await client.faults()
    }
}

struct FaultsClearCommand: AdminCommand {
    typealias Answer = FaultListing

    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: "Remove all rules, and stop all scenarios."
    )

    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.call(.delete, "faults")
    }
}

extension AdminClient {
    /// The rules and scenarios as they are now.
    func faults() async throws(AdminError) -> AdminAnswer {
        try await call(.get, "faults")
    }
}

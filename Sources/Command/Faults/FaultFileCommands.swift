// `apus faults add` and `apus faults replace`: faults out of files.

import ArgumentParser

struct FaultsAddCommand: AdminCommand {
    typealias Answer = FaultListing

    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add the rules and scenarios of files, and print what there is then."
    )

    @Argument(help: ArgumentHelp("Plans or single rules, as YAML or JSON; - is standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        // All are read before the first is sent, so that a mistake in one of them leaves the server as it was.
        for file in try files.map({ try FaultFile(path: $0) }) {
            _ = try await client.call(.post, "faults", body: file.json)
        }
        return try await client.faults()
    }
}

struct FaultsReplaceCommand: AdminCommand {
    typealias Answer = FaultListing

    static let configuration = CommandConfiguration(
        commandName: "replace",
        abstract: "Put the plan of a file in the place of all rules and scenarios, and print what there is then."
    )

    @Argument(help: ArgumentHelp("The plan, as YAML or JSON; - is standard input.", valueName: "file"))
    var file: String

    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.call(.put, "faults", body: FaultFile(path: file).json)
    }
}

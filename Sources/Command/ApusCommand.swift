// The command `apus`.

import ArgumentParser

@main
struct ApusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus",
        abstract: "A database with the API of DynamoDB.",
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, ItemGetCommand.self, ItemPutCommand.self, ItemDeleteCommand.self, ItemQueryCommand.self,
            ItemScanCommand.self, TableCommand.self, LoadCommand.self, ExportCommand.self, ClockCommand.self,
            FaultsCommand.self,
        ]
    )
}

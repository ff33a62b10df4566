// `apus table delete`.

import Apus
import ArgumentParser
import Foundation

struct TableDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a table with all of its items, and wait until it is gone.",
        discussion: "Asks before it does so on a terminal; elsewhere --yes must be given."
    )

    @Argument(help: "The table.", completion: .tableNames)
    var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    @Flag(inversion: .prefixedNo, help: "Wait until the table is gone.")
    var wait = true

    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.run { client in
            let described = try await DescribedTable(name, at: client)
            guard try yes || agrees(to: described, at: client) else { throw TableFault("The table \(name) was kept.") }
            _ = try await client.deleteTable(DeleteTableInput(tableName: name))
            if wait { try await client.waitUntilTableIsGone(name) }
            StandardOutput.write(wait ? "deleted \(name)" : "deleting \(name)")
        }
    }

    private func agrees(to table: DescribedTable, at client: DynamoDBClient) throws(TableFault) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            throw TableFault("Nobody can be asked here; give --yes to delete the table \(name).")
        }
        let items = "about \(table.description.itemCount ?? 0) items"
        StandardError.writePart("Delete the table \(name) with \(items) at \(client.place)? [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }
}

// `apus get`: items by their keys.

import Apus
import ApusModel
import ArgumentParser

struct ItemGetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Print items by their keys.",
        discussion: """
            A key is given as name=value, a word for each key attribute, with the types taken from the table; or as \
            JSON, plain or typed, and then there may be several: apus get Films '{"title":"Metropolis","year":1927}'. \
            Ends with 1 if an item is missing.
            """
    )

    @Argument(help: "The table.", completion: .tableNames)
    var table: String

    @Argument(help: ArgumentHelp("The key: name=value …, or JSON.", valueName: "key"))
    var keys: [String]

    @Flag(help: "See all writes that were answered before, at twice the cost.")
    var consistent = false

    @Option(help: ArgumentHelp("The attributes to print, as paths between commas.", valueName: "paths"))
    var projection: String?

    @OptionGroup var output: ItemOutputOptions
    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let described = try await DescribedTable(table, at: client)
            var printer = output.printer(keySchema: described.keySchema)
            var isComplete = true
            for key in try KeyWords.keys(keys, keySchema: described.keySchema) {
                if let item = try await client.getItem(input(key)).item {
                    try printer.print(item)
                } else {
                    isComplete = false
                    StandardError.write("apus: \(table) has no item \(key.plainJSON)")
                }
            }
            try printer.finish()
            guard isComplete else { throw ExitCode(1) }
        }
    }

    private func input(_ key: Item) -> GetItemInput {
        var placeholders = Placeholders()
        let projection = projection.map { placeholders.projection($0) }
        return GetItemInput(
            tableName: table,
            key: key,
            consistentRead: consistent,
            projectionExpression: projection,
            expressionAttributeNames: placeholders.requestNames
        )
    }
}

// `apus scan`: all items of a table.

import Apus
import ApusModel
import ArgumentParser

struct ItemScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Print all items of a table or an index, in no useful order.",
        discussion: """
            It reads page after page until all is printed. apus export reads a whole table faster, and to a file.
            """
    )

    @Argument(help: "The table.", completion: .tableNames)
    var table: String

    @OptionGroup var many: ManyItemsOptions
    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let described = try await DescribedTable(table, at: client)
            let items = client.scanItems(try input(described), maxItems: many.limit)
            try await many.print(items, of: described)
        }
    }

    private func input(_ described: DescribedTable) throws -> ScanInput {
        var placeholders = try many.expressions.placeholders(keySchema: described.keySchema)
        let projection = many.projection.map { placeholders.projection($0) }
        return ScanInput(
            tableName: table,
            indexName: many.index,
            projectionExpression: projection,
            filterExpression: many.filter,
            expressionAttributeNames: placeholders.requestNames,
            expressionAttributeValues: placeholders.requestValues,
            consistentRead: many.consistent
        )
    }
}

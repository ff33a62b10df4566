// What reading many items has in common, by their keys or all of them.

import Apus
import ApusModel
import ArgumentParser

/// Which of the items are read, and what of them.
struct ManyItemsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read an index instead of the table.", valueName: "name"))
    var index: String?

    @Option(help: ArgumentHelp("Print so many items at most.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("A filter expression: of the items read, those to print.", valueName: "expression"))
    var filter: String?

    @Flag(help: "See all writes that were answered before, at twice the cost.")
    var consistent = false

    @Option(help: ArgumentHelp("The attributes to print, as paths between commas.", valueName: "paths"))
    var projection: String?

    @OptionGroup var expressions: ExpressionOptions
    @OptionGroup var output: ItemOutputOptions

    func validate() throws {
        guard limit ?? 1 >= 1 else { throw ValidationError("--limit is 1 at least") }
    }

    /// The attributes whose columns come first: the key of what is read, then that of the table.
    func leadingKeys(_ table: DescribedTable) throws(TableFault) -> KeySchema {
        let read = try table.keySchema(ofIndex: index)
        let more = table.keySchema.attributes.filter { !read.contains($0.name) }
        return KeySchema(partition: read.partition, sort: read.sort + more)
    }

    /// Prints items to their end. What is held for a table is printed also where the reading breaks off.
    func print<Items: AsyncSequence>(_ items: Items, of table: DescribedTable) async throws
    where Items.Element == Item {
        var printer = output.printer(keySchema: try leadingKeys(table))
        do {
            for try await item in items { try printer.print(item) }
        } catch {
            try printer.finish()
            throw error
        }
        try printer.finish()
    }
}

// The options of how items are printed.

import ApusModel
import ArgumentParser

/// The forms in which items are printed.
enum ItemForm: String, CaseIterable, ExpressibleByArgument {
    case json, table
}

/// How the items that a command finds are printed.
struct ItemOutputOptions: ParsableArguments {
    @Option(help: "How to print items: JSON with one object a line, or a table for people.")
    var output: ItemForm = .json

    @Flag(help: "Print JSON as DynamoDB types it: {\"year\":{\"N\":\"1927\"}}.")
    var typed = false

    func validate() throws {
        guard output == .json || !typed else { throw ValidationError("--typed goes with --output json") }
    }

    /// A printer for items whose key attributes come first in a table.
    func printer(keySchema: KeySchema) -> ItemPrinter {
        switch output {
        case .json: ItemPrinter(form: typed ? .typed : .plain)
        case .table: ItemPrinter(form: .table(keySchema))
        }
    }
}

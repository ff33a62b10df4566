// `apus delete`: items by their keys.

import Apus
import ApusModel
import ArgumentParser

struct ItemDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete items by their keys.",
        discussion: """
            Keys are given as to apus get. For each a line says whether there was an item. That there was none is no \
            failure; that the condition does not hold is one, and ends the command with 1.
            """
    )

    @Argument(help: "The table.", completion: .tableNames)
    var table: String

    @Argument(help: ArgumentHelp("The key: name=value …, or JSON.", valueName: "key"))
    var keys: [String]

    @Option(help: ArgumentHelp("A condition expression that must hold for the item there is.", valueName: "expression"))
    var condition: String?

    @OptionGroup var expressions: ExpressionOptions
    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let described = try await DescribedTable(table, at: client)
            let placeholders = try expressions.placeholders(keySchema: described.keySchema)
            var isComplete = true
            for key in try KeyWords.keys(keys, keySchema: described.keySchema) {
                if try await !delete(key, placeholders, client) { isComplete = false }
            }
            guard isComplete else { throw ExitCode(1) }
        }
    }

    /// Deletes one item and tells what came of it. Answers whether the condition held.
    private func delete(_ key: Item, _ placeholders: Placeholders, _ client: DynamoDBClient) async throws -> Bool {
        do {
            let old = try await client.deleteItem(input(key, placeholders)).attributes
            StandardOutput.write(old == nil ? "no item \(key.plainJSON)" : "deleted \(key.plainJSON)")
            return true
        } catch {
            guard error.code == .conditionalCheckFailed else { throw error }
            StandardError.write("apus: \(key.plainJSON) was not deleted: the condition does not hold")
            return false
        }
    }

    private func input(_ key: Item, _ placeholders: Placeholders) -> DeleteItemInput {
        DeleteItemInput(
            tableName: table,
            key: key,
            returnValues: .allOld,
            conditionExpression: condition,
            expressionAttributeNames: placeholders.requestNames,
            expressionAttributeValues: placeholders.requestValues
        )
    }
}

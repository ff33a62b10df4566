// `apus query`: the items of a partition.

import Apus
import ApusModel
import ArgumentParser

struct ItemQueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Print items that share a partition key, in the order of their sort keys.",
        discussion: """
            The values of keys are given as they are, with the types taken from the table: apus query Films Metropolis \
            --sort-from 1920 --sort-to 1929. An index whose key has several partition attributes takes a value for \
            each, and --sort once for each sort attribute that is to be equal. For any other condition give \
            --key-condition with --names and --values. It reads page after page \
            until all is printed. A partition key that begins with a dash follows after --.
            """
    )

    @Argument(help: "The table.", completion: .tableNames)
    var table: String

    @Argument(help: "The value of the partition key.")
    var partition: [String] = []

    @Option(parsing: .unconditionalSingleValue, help: ArgumentHelp("The value of the sort key.", valueName: "value"))
    var sort: [String] = []

    @Option(parsing: .unconditional, help: ArgumentHelp("What the sort key begins with.", valueName: "value"))
    var sortBeginsWith: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The lowest sort key, which is included.", valueName: "value"))
    var sortFrom: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The highest sort key, which is included.", valueName: "value"))
    var sortTo: String?

    @Option(help: ArgumentHelp("A key condition expression instead of values.", valueName: "expression"))
    var keyCondition: String?

    @Flag(help: "Print the highest sort key first.")
    var descending = false

    @OptionGroup var many: ManyItemsOptions
    @OptionGroup var client: ClientOptions

    func validate() throws {
        guard partition.isEmpty != (keyCondition == nil) else {
            throw ValidationError("Give a value of the partition key or a --key-condition, one of the two")
        }
        let hasSort = !sort.isEmpty || sortBeginsWith != nil || sortFrom != nil || sortTo != nil
        guard keyCondition == nil || !hasSort else { throw ValidationError("--key-condition stands alone") }
        guard sortBeginsWith == nil || (sortFrom == nil && sortTo == nil) else {
            throw ValidationError("--sort-begins-with does not go with --sort-from and --sort-to")
        }
    }

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let described = try await DescribedTable(table, at: client)
            let items = client.queryItems(try input(described), maxItems: many.limit)
            try await many.print(items, of: described)
        }
    }

    private func input(_ described: DescribedTable) throws -> QueryInput {
        var placeholders = try many.expressions.placeholders(keySchema: described.keySchema)
        let schema = try described.keySchema(ofIndex: many.index)
        let condition = try keyCondition ?? question.condition(on: schema, &placeholders)
        let projection = many.projection.map { placeholders.projection($0) }
        return QueryInput(
            tableName: table,
            indexName: many.index,
            consistentRead: many.consistent,
            scanIndexForward: !descending,
            projectionExpression: projection,
            filterExpression: many.filter,
            keyConditionExpression: condition,
            expressionAttributeNames: placeholders.requestNames,
            expressionAttributeValues: placeholders.requestValues
        )
    }

    private var question: KeyQuestion {
        KeyQuestion(partition: partition, sort: sort, beginning: sortBeginsWith, lowest: sortFrom, highest: sortTo)
    }
}

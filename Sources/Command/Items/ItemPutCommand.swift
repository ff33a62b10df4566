// `apus put`: items into a table.

import Apus
import ApusModel
import ArgumentParser

struct ItemPutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "put",
        abstract: "Write items to a table, one after another.",
        discussion: """
            Items are given as JSON, plain or as DynamoDB types it, or read from a file in any form that apus load \
            reads. An item that is refused, or whose condition does not hold, is told, the others are written, and \
            the command ends with 1. For many items apus load is faster.
            """
    )

    @Argument(help: "The table.", completion: .tableNames)
    var table: String

    @Argument(help: ArgumentHelp("The items, each as JSON.", valueName: "item"))
    var items: [String] = []

    @Option(help: ArgumentHelp("Read the items from a file; - is standard input.", valueName: "file"))
    var file: String?

    @Flag(help: "Write only where there is no item of this key.")
    var ifNotExists = false

    @Option(help: ArgumentHelp("A condition expression that must hold for the item there is.", valueName: "expression"))
    var condition: String?

    @OptionGroup var expressions: ExpressionOptions
    @OptionGroup var client: ClientOptions

    func validate() throws {
        guard items.isEmpty != (file == nil) else { throw ValidationError("Give items or a --file, one of the two") }
    }

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let described = try await DescribedTable(table, at: client)
            let put = try ItemPut(
                client: client,
                table: described,
                expression: condition,
                ifNotExists: ifNotExists,
                placeholders: expressions.placeholders(keySchema: described.keySchema)
            )
            var counts = PutCounts()
            if let file {
                try await putAll(of: InputFile(opening: file), put, &counts)
            } else {
                for text in items {
                    let item = Result { () throws(RecordFault) in
                        try ItemText.item(text, keySchema: described.keySchema)
                    }
                    try await put.note(item, text, &counts)
                }
            }
            StandardOutput.write("\(counts)")
            guard counts.failed == 0 else { throw ExitCode(1) }
        }
    }

    private func putAll(of file: InputFile, _ put: ItemPut, _ counts: inout PutCounts) async throws {
        var source = RecordSource(PlainInput(file) { _ in }, format: nil, keySchema: put.table.keySchema)
        while let records = try source.next(unless: { Task.isCancelled }) {
            for record in records { try await put.note(record.item, "line \(record.raw.line)", &counts) }
        }
        try Task.checkCancellation()
    }
}

/// How many items a put has written, and how many not.
struct PutCounts: Equatable, CustomStringConvertible {
    var written = 0
    var failed = 0

    var description: String {
        let whole = written + failed
        return failed == 0 ? "put \(whole) item\(whole == 1 ? "" : "s")" : "put \(written) of \(whole) items"
    }
}

/// Puts single items under one condition.
struct ItemPut: Sendable {
    let client: DynamoDBClient
    let table: DescribedTable
    private let condition: String?
    /// What it means that the condition does not hold.
    private let reason: String
    private let placeholders: Placeholders

    /// `expression` is the caller's own condition, to which the one that there is no item may be added.
    init(
        client: DynamoDBClient,
        table: DescribedTable,
        expression: String?,
        ifNotExists: Bool,
        placeholders: Placeholders
    ) {
        var placeholders = placeholders
        var conditions = expression.map { ["(\($0))"] } ?? []
        if ifNotExists {
            conditions.append("attribute_not_exists(\(placeholders.name(table.keySchema.partition[0].name)))")
        }
        self.client = client
        self.table = table
        self.placeholders = placeholders
        reason = expression == nil ? "there is an item of this key" : "the condition does not hold"
        condition = conditions.isEmpty ? nil : conditions.joined(separator: " AND ")
    }

    /// Puts an item, counts it, and tells why where it is not written. What would befall all items alike is thrown.
    func note(_ item: Result<Item, RecordFault>, _ origin: String, _ counts: inout PutCounts) async throws {
        do {
            try await put(item.get())
            counts.written += 1
        } catch let fault as RecordFault {
            tell("\(origin): \(fault)", &counts)
        } catch let error as CallError where error.code == .conditionalCheckFailed {
            let key = try table.keySchema.key(of: item.get()).plainJSON
            tell("\(key) was not written: \(reason)", &counts)
        } catch let error as CallError where error.kind == .content {
            tell("\(origin): \(error)", &counts)
        }
    }

    private func tell(_ words: String, _ counts: inout PutCounts) {
        counts.failed += 1
        StandardError.write("apus: \(words)")
    }

    private func put(_ item: Item) async throws(CallError) {
        _ = try await client.putItem(
            PutItemInput(
                tableName: table.name,
                item: item,
                conditionExpression: condition,
                expressionAttributeNames: placeholders.requestNames,
                expressionAttributeValues: placeholders.requestValues
            )
        )
    }
}

// `apus load`: files into a table.

import Apus
import ApusModel
import ArgumentParser

enum FormatChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case json
    case dynamoDBJSON = "dynamodb-json"
    case csv

    var format: RecordFormat? { RecordFormat(rawValue: rawValue) }
}

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Write the records of files to a table.",
        discussion: """
            Reads JSON with one object a line, plain or as DynamoDB types it, CSV with a header, and gzip of any of \
            them. Ends with 0 only if all records were written; the others stand in the rejects file.
            """
    )

    @Argument(help: "The table, which must exist.")
    var table: String

    @Argument(help: ArgumentHelp("The files to read; - is standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup
    var client: ClientOptions

    @Option(help: "What the records are.")
    var format: FormatChoice = .auto

    @Option(help: "How many batches are sent at a time.")
    var concurrency = 4

    @Option(help: ArgumentHelp("Where rejected records go. (default: TABLE-rejects.jsonl)", valueName: "file"))
    var rejects: String?

    @Option(help: "How often a record is sent before it is left over.")
    var maxAttempts = 100

    @Option(
        help: ArgumentHelp("How long the table may take nothing before records are left over.", valueName: "duration")
    )
    var giveUpAfter = "2m"

    func validate() throws {
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency is from 1 to 256") }
        guard maxAttempts >= 1 else { throw ValidationError("--max-attempts is 1 at least") }
        guard Duration(text: giveUpAfter) != nil else {
            throw ValidationError("--give-up-after is \"\(giveUpAfter)\"; a length of time is \(Duration.textForms)")
        }
        guard !files.contains(rejectsPath) else { throw ValidationError("\(rejectsPath) cannot be read and written") }
    }

    func run() async throws {
        try await client.run { client in
            let inputs = try files.map { try InputFile(opening: $0) }
            let keySchema = try await TableLookup(client: client).keySchema(of: table)
            guard await load(inputs, keyed: keySchema, client) else { throw ExitCode(1) }
        }
    }

    var rejectsPath: String { rejects ?? "\(table)-rejects.jsonl" }
}

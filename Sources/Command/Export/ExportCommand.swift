// `apus export`: a table into a file.

import Apus
import ApusModel
import ArgumentParser

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all items of a table to a file that apus load reads back.",
        discussion: """
            The form dynamodb-json loses nothing, and is the default. jsonl is plain JSON: sets become lists, bytes \
            become base64 text. csv makes text of all that is no key attribute; nulls and empty texts become empty \
            cells. The order of the items means nothing. Until all is written the file has .partial behind its name.
            """
    )

    @Argument(help: "The table.", completion: .tableNames)
    var table: String

    @Option(help: ArgumentHelp("Where to write; - is standard output.", valueName: "file"), completion: .file())
    var file = "-"

    @Option(help: "What to write. (default: csv where the file is called so, dynamodb-json otherwise)")
    var format: ExportForm?

    @Flag(help: "Compress, as is done anyway where the file's name ends in .gz.")
    var gzip = false

    @Option(help: ArgumentHelp("How many parts of the table are read at a time.", valueName: "count"))
    var segments = 4

    @Option(help: ArgumentHelp("How many read units to use each second at most.", valueName: "units"))
    var rate: Double?

    @Option(help: ArgumentHelp("A filter expression: which items to write.", valueName: "expression"))
    var filter: String?

    @Option(
        help: ArgumentHelp(
            "The columns of CSV, between commas. (default: all attributes; the items wait in a temporary file)",
            valueName: "names"
        )
    )
    var columns: String?

    @Flag(help: "See all writes that were answered before, at twice the cost.")
    var consistent = false

    @OptionGroup var expressions: ExpressionOptions
    @OptionGroup var client: ClientOptions

    func validate() throws {
        guard (1...1_000).contains(segments) else { throw ValidationError("--segments is from 1 to 1000") }
        guard rate ?? 1 > 0 else { throw ValidationError("--rate is above zero") }
        guard columns == nil || form == .csv else { throw ValidationError("--columns goes with --format csv") }
    }

    private var form: ExportForm { format ?? ExportForm(path: file) }

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let described = try await DescribedTable(table, at: client)
            let reading = try reading(of: described, client)
            let output = try ExportFile(path: file, isCompressed: gzip || file.hasSuffix(".gz"))
            do {
                let count = try await export(reading, described, to: output)
                StandardError.write("exported \(count) items of \(table)")
            } catch {
                let rest = output.partialPath.map { "What there is of it stands in \($0)." }
                StandardError.write("apus: The export is not complete. \(rest ?? "")")
                throw error
            }
        }
    }

    private func reading(of described: DescribedTable, _ client: DynamoDBClient) throws -> TableReading {
        let placeholders = try expressions.placeholders(keySchema: described.keySchema)
        let input = ScanInput(
            tableName: table,
            filterExpression: filter,
            expressionAttributeNames: placeholders.requestNames,
            expressionAttributeValues: placeholders.requestValues,
            consistentRead: consistent
        )
        return TableReading(
            client: client,
            table: described.description,
            input: input,
            segments: segments,
            readUnitsPerSecond: rate
        )
    }

    /// Answers how many items were written.
    private func export(_ reading: TableReading, _ table: DescribedTable, to output: ExportFile) async throws -> Int {
        let meter = TransferMeter()
        let display = TransferDisplay(
            total: table.description.itemCount,
            isTerminal: StandardError.isTerminal,
            look: { meter.current }
        )
        return try await display.during {
            var sink = try sink(keySchema: table.keySchema, output)
            for try await page in reading.pages {
                try sink.add(page.items)
                meter.count(page)
            }
            try sink.finish()
            try output.finish()
            return meter.current.read
        }
    }

    private func sink(keySchema: KeySchema, _ output: ExportFile) throws -> any ExportSink {
        switch form {
        case .dynamoDBJSON: return LineSink(file: output, isTyped: true, keySchema: keySchema)
        case .jsonl: return LineSink(file: output, isTyped: false, keySchema: keySchema)
        case .csv:
            guard let columns else { return try GatheringCSVSink(keySchema: keySchema, file: output) }
            return try CSVSink(columns: columns.split(separator: ",").map(String.init), file: output)
        }
    }
}

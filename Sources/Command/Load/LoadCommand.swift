// `apus load`: files into a table.

import Apus
import ApusModel
import ArgumentParser

enum FormatChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case json
    case dynamoDBJSON = "dynamodb-json"
    case changes
    case csv
    case rejects

    var format: RecordFormat? { RecordFormat(rawValue: rawValue) }
}

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Write the records of files to a table.",
        discussion: """
            Reads JSON with one object a line (plain, as DynamoDB types it, or as puts and deletes of a batch), CSV with \
            a header, rejects files of earlier loads, and gzip of any of them. Ends with 0 only if all records were \
            written; the others stand in the rejects file. A load of files that did not end goes on with --resume.
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

    @Option(
        help: ArgumentHelp(
            "The most write units of the table and its indexes to use in a second. (default: no limit)",
            valueName: "WCU/s"
        )
    )
    var rate: Double?

    @Option(help: ArgumentHelp("Where rejected records go. (default: TABLE-rejects.jsonl)", valueName: "file"))
    var rejects: String?

    @Option(help: "How often a record is sent before it is left over.")
    var maxAttempts = 100

    @Option(
        help: ArgumentHelp("How long the table may take nothing before records are left over.", valueName: "duration")
    )
    var giveUpAfter = "2m"

    @OptionGroup(title: "Checkpoints")
    var checkpoints: CheckpointOptions

    @Flag(help: "Only read and check the records, and tell what writing them would cost.")
    var dryRun = false

    @Option(help: ArgumentHelp("Where a report in JSON goes; - is standard output.", valueName: "file"))
    var report: String?

    func validate() throws {
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency is from 1 to 256") }
        guard maxAttempts >= 1 else { throw ValidationError("--max-attempts is 1 at least") }
        guard rate.map({ $0 >= 1 && $0 <= 1e9 }) ?? true else { throw ValidationError("--rate is 1 at least") }
        guard Duration(text: giveUpAfter) != nil else {
            throw ValidationError("--give-up-after is \"\(giveUpAfter)\"; a length of time is \(Duration.textForms)")
        }
        let written = [rejectsPath, checkpoints.path(of: table), report].compactMap(\.self)
        for path in written where files.contains(path) && path != "-" {
            throw ValidationError(
                "\(path) cannot be read and written; --rejects, --checkpoint and --report name others"
            )
        }
        guard !dryRun || !checkpoints.isUsed else { throw ValidationError("a dry run has no checkpoint") }
    }

    func run() async throws {
        let startTime = SystemClock().now
        try await client.run { client in
            let inputs = try files.map { try InputFile(opening: $0) }
            var account = LoadReport(
                target: target(of: nil, client),
                inputs: inputs,
                startTime: startTime,
                endTime: startTime
            )
            do {
                let found = try await TableLookup(client: client).table(table)
                account.target = target(of: found, client)
                if dryRun {
                    await estimate(inputs, found, &account)
                } else {
                    try await load(inputs, found, client, &account)
                }
            } catch {
                // Told by the caller, as all failures of commands are.
                account.faults.append("\(error)")
                account.exitCode = 1
                _ = write(&account)
                throw error
            }
            guard write(&account), account.exitCode == 0 else { throw ExitCode(1) }
        }
    }

    private func target(of found: LoadTable?, _ client: DynamoDBClient) -> LoadTarget {
        LoadTarget(
            table: table,
            tableID: found?.description.tableID,
            endpoint: "\(client.configuration.endpoint)",
            region: client.configuration.region
        )
    }

    var rejectsPath: String { rejects ?? LoadFileName.of(table, "rejects.jsonl") }

    /// A line that sums up; where the report has the standard output, it stands aside.
    func conclude(_ line: String) {
        if report == "-" { StandardError.write(line) } else { StandardOutput.write(line) }
    }
}

/// Where a load keeps how far it has come, and what it does about an earlier one.
struct CheckpointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the load keeps how far it has come. (default: TABLE-load.checkpoint, where all inputs are files)",
            valueName: "file"
        )
    )
    var checkpoint: String?

    @Flag(help: "Keep no checkpoint.")
    var noCheckpoint = false

    @Flag(help: "Go on with the load of the same files that did not end.")
    var resume = false

    @Flag(help: "Begin anew, though a load did not end.")
    var restart = false

    func validate() throws {
        guard !resume || !restart else { throw ValidationError("--resume and --restart exclude each other") }
        guard !noCheckpoint || checkpoint == nil && !resume else {
            throw ValidationError("--no-checkpoint stands alone")
        }
    }

    var isUsed: Bool { checkpoint != nil || resume || restart }

    func path(of table: String) -> String? {
        noCheckpoint ? nil : checkpoint ?? LoadFileName.of(table, "load.checkpoint")
    }
}

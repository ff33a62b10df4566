// `apus load`: files into a table.

import Apus
import ApusModel
import ApusWire
import ArgumentParser
import Foundation
import Logging

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

    @Option(name: .customLong("endpoint-url"), help: "The service to write to. (default: http://127.0.0.1:8000)")
    var endpointURL: String?

    @Option(help: "The region of the table. (default: that of the environment or the profile, or us-east-1)")
    var region: String?

    @Option(
        help: ArgumentHelp(
            "The profile of the AWS configuration files to take settings and credentials from. "
                + "(default: that of AWS_PROFILE, or default)",
            valueName: "name"
        )
    )
    var profile: String?

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
        do {
            let inputs = try files.map { try InputFile(opening: $0) }
            let settings = try clientSettings()
            let transport = HTTPTransport(endpoint: settings.endpoint)
            let client = DynamoDBClient(settings: settings, transport: transport, logger: makeLogger())
            let isComplete: Bool
            do {
                let keySchema = try await TableLookup(client: client, endpoint: settings.endpoint).keySchema(of: table)
                isComplete = await load(inputs, keyed: keySchema, client)
            } catch {
                await transport.shutDown()
                throw error
            }
            await transport.shutDown()
            if !isComplete { throw ExitCode(1) }
        } catch let error as ExitCode {
            throw error
        } catch {
            StandardError.write("apus: \(error)")
            throw ExitCode(1)
        }
    }

    var rejectsPath: String { rejects ?? "\(table)-rejects.jsonl" }

    private func clientSettings() throws -> ClientSettings {
        let choices = ClientChoices(
            endpointURL: endpointURL,
            region: region,
            profile: profile,
            fallbackEndpoint: Endpoint("http://127.0.0.1:8000")
        )
        return try ClientSettings(choices, surroundings: .system)
    }

    private func makeLogger() -> Logger {
        var logger = Logger(label: "apus") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        return logger
    }
}

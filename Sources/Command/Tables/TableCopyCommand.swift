// `apus table copy`.

import Apus
import ArgumentParser

struct TableCopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copy the items of a table to another, here or elsewhere.",
        discussion: """
            The target is created with the keys, indexes, throughput, stream view, class and tags of the source if it \
            is missing, and must have the same key otherwise. Items with the same keys are written over, others stay. \
            Deletion protection, encryption keys and time to live are not copied. The last line accounts for every \
            item that was read; the command ends with 0 only if all were written. It may simply be run again.
            """
    )

    @Argument(help: "The table to read.", completion: .tableNames)
    var source: String

    @Argument(help: "The table to write.")
    var target: String

    @Option(
        name: .customLong("to-endpoint-url"),
        help: ArgumentHelp("The service that has the target. (default: that of the source)", valueName: "url")
    )
    var targetEndpointURL: String?

    @Option(name: .customLong("to-region"), help: "The region of the target. (default: that of the source)")
    var targetRegion: String?

    @Option(
        name: .customLong("to-profile"),
        help: ArgumentHelp(
            "The profile that the target is written with. (default: that of the source)",
            valueName: "name"
        )
    )
    var targetProfile: String?

    @Option(help: ArgumentHelp("How many parts of the source are read at a time.", valueName: "count"))
    var segments = 4

    @Option(help: ArgumentHelp("How many read units of the source to use each second at most.", valueName: "units"))
    var readRate: Double?

    @Option(help: ArgumentHelp("How many write units of the target to use each second at most.", valueName: "units"))
    var rate: Double?

    @OptionGroup var client: ClientOptions

    func validate() throws {
        guard (1...1_000).contains(segments) else { throw ValidationError("--segments is from 1 to 1000") }
        guard readRate ?? 1 > 0, rate ?? 1 > 0 else { throw ValidationError("A rate is above zero") }
    }

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let writing = DynamoDBClient(try targetOptions.configuration())
            do {
                try await copy(from: client, to: writing)
            } catch {
                await writing.shutDown()
                throw error
            }
            await writing.shutDown()
        }
    }

    private var targetOptions: ClientOptions {
        var options = client
        options.endpointURL = targetEndpointURL ?? options.endpointURL
        options.region = targetRegion ?? options.region
        options.profile = targetProfile ?? options.profile
        return options
    }

    private func copy(from reading: DynamoDBClient, to writing: DynamoDBClient) async throws {
        guard source != target || reading.place != writing.place else {
            throw TableFault("A table cannot be copied onto itself.")
        }
        let described = try await DescribedTable(source, at: reading)
        let preparing = TargetTable(name: target, source: described, reading: reading, writing: writing)
        if try await preparing.prepare() { StandardError.write("created \(target) at \(writing.place)") }
        let copy = TableCopy(
            reading: TableReading(
                client: reading,
                table: described.description,
                input: ScanInput(tableName: source),
                segments: segments,
                readUnitsPerSecond: readRate
            ),
            client: writing,
            target: target,
            keySchema: described.keySchema,
            writeUnitsPerSecond: rate
        )
        let outcome = await copy.run()
        for reason in outcome.reasons { StandardError.write("apus: \(reason)") }
        StandardOutput.write("\(outcome)")
        if let failure = outcome.failure { throw failure }
        guard outcome.isComplete else { throw ExitCode(1) }
    }
}

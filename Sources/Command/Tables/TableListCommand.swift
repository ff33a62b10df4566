// `apus table list`.

import Apus
import ApusWire
import ArgumentParser

struct TableListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the names of all tables of the region.",
        discussion: "Prints a name a line, or with --output json one JSON array."
    )

    @Option(help: "How to print the names.")
    var output: OutputForm = .text

    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.runUntilInterrupted { client in
            var names: [String] = []
            for try await name in client.tableNames() {
                if output == .text { StandardOutput.write(name) } else { names.append(name) }
            }
            guard output == .json else { return }
            var writer = JSONWriter()
            writer.array { writer in names.forEach { writer.string($0) } }
            StandardOutput.write(String(decoding: writer.bytes, as: UTF8.self))
        }
    }
}

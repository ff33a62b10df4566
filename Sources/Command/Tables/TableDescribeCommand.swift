// `apus table describe`.

import Apus
import ArgumentParser

struct TableDescribeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Print what a table is like.",
        discussion: "With --output json it prints the service's answer to DescribeTable, whole."
    )

    @Argument(help: "The table.", completion: .tableNames)
    var name: String

    @Option(help: "How to print the answer.")
    var output: OutputForm = .text

    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.runUntilInterrupted { client in
            let answer = try await client.send(DescribeTableText(DescribeTableInput(tableName: name)))
            switch output {
            case .json: StandardOutput.write(answer.text)
            case .text: StandardOutput.write(TableListing.lines(of: answer.table).joined(separator: "\n"))
            }
        }
    }
}

/// DescribeTable whose answer keeps its text: members that are newer than the library are printed too.
private struct DescribeTableText: Apus.Command {
    struct Output: Sendable {
        let text: String
        let table: TableDescription
    }

    static let operation = DescribeTableCommand.operation

    let input: DescribeTableInput

    init(_ input: DescribeTableInput) {
        self.input = input
    }

    func body() -> [UInt8] { DescribeTableCommand(input).body() }

    static func output(from body: [UInt8]) throws(CallError) -> Output {
        guard let table = try DescribeTableCommand.output(from: body).table else {
            throw .unreadable("it describes no table")
        }
        return Output(text: String(decoding: body, as: UTF8.self), table: table)
    }
}

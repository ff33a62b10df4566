// `apus table`: tables, made, described, copied and deleted.

import ArgumentParser

struct TableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Create, describe, list, copy and delete tables.",
        subcommands: [
            TableCreateCommand.self, TableDescribeCommand.self, TableListCommand.self, TableDeleteCommand.self,
            TableCopyCommand.self,
        ]
    )
}

// The yardsticks that script/bench holds apus against, one subcommand each.

import ArgumentParser

@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ApusBenchmarks",
        abstract: "The yardsticks of script/bench. Each prints one line of JSON.",
        subcommands: [Echo.self, StoreWrite.self, StoreRead.self, Admission.self]
    )
}

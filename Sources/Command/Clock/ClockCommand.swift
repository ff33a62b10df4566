// `apus clock`: the clock of a running server.

import ApusModel
import ApusWire
import ArgumentParser

struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Look at the clock of a server, or set it.",
        discussion: """
            A server that was started with --clock manual goes by a clock that stands still until it is set. Whatever \
            waits for a time waits for that clock.
            """,
        subcommands: [ClockNowCommand.self, ClockAdvanceCommand.self, ClockSetCommand.self]
    )
}

struct ClockNowCommand: AdminCommand {
    typealias Answer = ClockReading

    static let configuration = CommandConfiguration(commandName: "now", abstract: "Print the time of the server.")

    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.clock()
    }
}

struct ClockAdvanceCommand: AdminCommand {
    typealias Answer = ClockReading

    static let configuration = CommandConfiguration(
        commandName: "advance",
        abstract: "Let time pass on the server's clock, and print what it then shows."
    )

    @Argument(help: "How much time: a whole number with ms, s, m or h, such as 90s.")
    var duration: String

    @OptionGroup var admin: AdminOptions

    func validate() throws {
        guard Duration(text: duration) != nil else {
            throw ValidationError("The duration is \"\(duration)\"; a length of time is \(Duration.textForms)")
        }
    }

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.changeClock("advance", duration)
    }
}

struct ClockSetCommand: AdminCommand {
    typealias Answer = ClockReading

    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set the server's clock to a later time, and print what it then shows."
    )

    @Argument(help: "The time, in UTC, such as 2026-01-01T00:05:00Z.")
    var time: String

    @OptionGroup var admin: AdminOptions

    func answer(from client: AdminClient) async throws -> AdminAnswer {
        try await client.changeClock("set", time)
    }
}

extension AdminClient {
    fileprivate func clock() async throws(AdminError) -> AdminAnswer {
        try await call(.get, "clock")
    }

    /// Does one thing to the clock, and answers what it then shows.
    fileprivate func changeClock(_ deed: String, _ text: String) async throws(AdminError) -> AdminAnswer {
        guard try ClockReading(await clock()).isManual else {
            throw AdminError(
                "The server at \(endpoint) goes by the clock of its machine. "
                    + "Start it with `apus serve --clock manual` to set its time."
            )
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.name(deed)
            writer.string(text)
        }
        return try await call(.post, "clock", body: writer.bytes)
    }
}

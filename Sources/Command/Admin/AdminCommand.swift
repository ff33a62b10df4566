// A command that asks a server something and prints the answer.

import ArgumentParser
import Foundation

/// What such a command does; the rest is the same for all.
protocol AdminCommand: AsyncParsableCommand {
    /// What is asked of the server and printed.
    associatedtype Answer: AdminReading

    var admin: AdminOptions { get }

    /// Does the command's work, and answers what the server says at its end.
    func answer(from client: AdminClient) async throws -> AdminAnswer
}

/// An answer that can be printed for people.
protocol AdminReading {
    init(_ answer: AdminAnswer) throws(AdminError)

    var text: String { get }
}

extension AdminCommand {
    func run() async throws {
        do {
            let client = try admin.client(environment: ProcessInfo.processInfo.environment)
            let answer = try await answer(from: client)
            StandardOutput.write(admin.output == .json ? answer.text : try Answer(answer).text)
        } catch {
            StandardError.write("apus: \(error)")
            throw ExitCode(1)
        }
    }
}

// What all commands have in common that call the API.

import Apus
import ArgumentParser
import Logging

/// Whom to call, and as whom: the options that the aws command line has, under the same names.
struct ClientOptions: ParsableArguments {
    @Option(name: .customLong("endpoint-url"), help: "The service to call. (default: http://127.0.0.1:8000)")
    var endpointURL: String?

    @Option(help: "The region of the tables. (default: that of the environment or the profile, or us-east-1)")
    var region: String?

    @Option(
        help: ArgumentHelp(
            "The profile of the AWS configuration files to take settings and credentials from. "
                + "(default: that of AWS_PROFILE, or default)",
            valueName: "name"
        )
    )
    var profile: String?

    /// The settings that the options, the environment and the files give.
    func configuration() throws -> ClientConfiguration {
        var configuration = try ClientConfiguration(
            ClientChoices(
                endpointURL: endpointURL,
                region: region,
                profile: profile,
                fallbackEndpoint: "http://127.0.0.1:8000"
            )
        )
        configuration.logger = Logger(label: "apus") { StreamLogHandler.standardError(label: $0) }
        configuration.logger.logLevel = .warning
        return configuration
    }

    /// Runs the work of a command with a client. A failure is printed, and the process ends with 1.
    func run(_ work: (DynamoDBClient) async throws -> Void) async throws {
        do {
            let client = DynamoDBClient(try configuration())
            do {
                try await work(client)
            } catch {
                await client.shutDown()
                throw error
            }
            await client.shutDown()
        } catch let error as ExitCode {
            throw error
        } catch {
            StandardError.write("apus: \(error)")
            throw ExitCode(1)
        }
    }
}

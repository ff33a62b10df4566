// What all commands have in common that speak to a server's admin interface.

import Apus
import ArgumentParser

/// How answers are printed.
enum OutputForm: String, CaseIterable, ExpressibleByArgument {
    case text, json

    /// Takes `table` for `text`, as the commands that print items call it.
    init?(argument: String) {
        self.init(rawValue: argument == "table" ? "text" : argument)
    }
}

/// Which server to speak to, and how to print what it answers.
struct AdminOptions: ParsableArguments {
    @Option(name: .customLong("endpoint-url"), help: "The server to speak to. (default: http://127.0.0.1:8000)")
    var endpointURL: String?

    @Option(
        help: ArgumentHelp(
            "The key of the server's admin interface, which callers on its own machine need not have. "
                + "(default: that of APUS_ADMIN_KEY)",
            valueName: "key"
        )
    )
    var adminKey: String?

    @Option(help: "How to print the answer.")
    var output: OutputForm = .text

    /// What the options give stands over the environment, in which an empty variable counts as not set.
    func client(environment: [String: String]) throws -> AdminClient {
        let variables = environment.filter { !$0.value.isEmpty }
        let address = endpointURL ?? variables["AWS_ENDPOINT_URL_DYNAMODB"] ?? variables["AWS_ENDPOINT_URL"]
        guard let endpoint = Endpoint(address ?? "http://127.0.0.1:8000") else {
            throw ClientConfigurationError.badEndpoint(address ?? "")
        }
        let key = adminKey ?? variables["APUS_ADMIN_KEY"]
        guard key?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) != false else {
            throw AdminError("The admin key has a character that is no ASCII letter, digit or mark. Give the server's.")
        }
        return AdminClient(endpoint: endpoint, key: key)
    }
}

// Table names for a shell that completes words.

import Apus
import ArgumentParser

extension CompletionKind {
    /// The tables at the endpoint that the words so far and the environment name.
    static var tableNames: CompletionKind {
        .custom { words, _, prefix in await TableNames.all(words: words).filter { $0.hasPrefix(prefix) } }
    }
}

/// Asks for table names with little patience: a person waits for them at a prompt.
enum TableNames {
    private static let patience = Duration.seconds(1)

    /// No names where they cannot be had in time.
    static func all(words: [String]) async -> [String] {
        var options = ClientOptions()
        options.endpointURL = value(of: "--endpoint-url", in: words)
        options.region = value(of: "--region", in: words)
        options.profile = value(of: "--profile", in: words)
        guard let configuration = try? options.configuration() else { return [] }
        let client = DynamoDBClient(configuration).limited(to: patience).retrying(by: .none)
        let names = (try? await client.listTables(ListTablesInput()))?.tableNames ?? []
        await client.shutDown()
        return names
    }

    /// The word behind an option, or after its `=`.
    static func value(of option: String, in words: [String]) -> String? {
        if let index = words.firstIndex(of: option), index + 1 < words.count { return words[index + 1] }
        return words.first { $0.hasPrefix("\(option)=") }.map { String($0.dropFirst(option.count + 1)) }
    }
}

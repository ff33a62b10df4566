// `apus table create`.

import Apus
import ArgumentParser

/// What the records of a table's stream hold.
enum StreamView: String, CaseIterable, ExpressibleByArgument {
    case keysOnly = "keys-only"
    case newImage = "new-image"
    case oldImage = "old-image"
    case newAndOldImages = "new-and-old-images"

    var type: StreamViewType {
        StreamViewType(rawValue: rawValue.uppercased().split(separator: "-").joined(separator: "_"))
    }
}

/// How a table's storage and requests are priced.
enum TableClassChoice: String, CaseIterable, ExpressibleByArgument {
    case standard
    case infrequentAccess = "infrequent-access"

    var tableClass: TableClass { self == .standard ? .standard : .standardInfrequentAccess }
}

struct TableCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create a table, and wait until it can be used.",
        discussion: """
            Types of key attributes are S, N and B. An index holds all attributes unless :keys or :include=a,b follows \
            its key. Without --provisioned the table is paid for by request, and so are its indexes.
            """
    )

    @Argument(help: "The name of the new table.")
    var name: String

    @Option(
        help: ArgumentHelp("The partition key and the sort key, if any: title:S,year:N.", valueName: "key"),
        transform: { try KeyText($0) }
    )
    var key: KeyText

    @Option(
        help: ArgumentHelp("A global secondary index: byYear:year:N,title:S:include=actors,plot.", valueName: "index"),
        transform: { try IndexText($0) }
    )
    var index: [IndexText] = []

    @Option(
        help: ArgumentHelp("A local secondary index, by its sort key: byLength:minutes:N:keys.", valueName: "index"),
        transform: { try IndexText($0) }
    )
    var localIndex: [IndexText] = []

    @Option(
        help: ArgumentHelp(
            "Capacity units for reading and writing, each second, also of each global index: 10,5.",
            valueName: "units"
        ),
        transform: { try CapacityText($0) }
    )
    var provisioned: CapacityText?

    @Option(help: "Record changes in a stream, with this much of each item.")
    var stream: StreamView?

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Tags of the table.", valueName: "name=value"))
    var tags: [String] = []

    @Option(name: .customLong("class"), help: "How storage and requests are priced.")
    var tableClass: TableClassChoice?

    @Flag(help: "Have the service refuse to delete the table.")
    var deletionProtection = false

    @Flag(inversion: .prefixedNo, help: "Wait until the table can be used.")
    var wait = true

    @OptionGroup var client: ClientOptions

    func validate() throws {
        for tag in tags where !tag.contains("=") { throw ValidationError("\"\(tag)\" is no tag; one is name=value") }
        for local in localIndex where local.key.attributes.count != 1 {
            throw ValidationError("The local index \(local.name) is given by its sort key alone")
        }
    }

    func run() async throws {
        try await client.runUntilInterrupted { client in
            _ = try await client.createTable(plan.input)
            if wait { try await client.waitUntilTableExists(name) }
            StandardOutput.write(wait ? "created \(name)" : "creating \(name)")
        }
    }

    private var plan: TablePlan {
        TablePlan(
            name: name,
            key: key,
            indexes: index,
            localIndexes: localIndex,
            throughput: provisioned?.throughput,
            streamView: stream?.type,
            tags: tags.map { tag in
                let parts = tag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return Tag(key: String(parts[0]), value: String(parts[1]))
            },
            tableClass: tableClass?.tableClass,
            isProtected: deletionProtection
        )
    }
}

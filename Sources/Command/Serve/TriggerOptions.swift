// The options of `apus serve` about triggers.

import ArgumentParser

/// Options about the delivery of changes to functions.
struct TriggerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Post the changes of a table's stream to a URL, as the events that Lambda functions receive. May be given "
                + "several times.",
            valueName: "table=url"
        )
    )
    var trigger: [String] = []

    @Option(help: ArgumentHelp("How many records an event has at most. (default: 100)", valueName: "number"))
    var triggerBatch: String?

    @Option(
        help: ArgumentHelp(
            "How often records are sent again that fail, before they go to the file of failures. (default: 10)",
            valueName: "number"
        )
    )
    var triggerRetries: String?

    @Flag(help: "Halve the events that fail, until single records do.")
    var triggerBisect = false

    @Option(
        help: ArgumentHelp(
            "Where records are written that could not be delivered. (default: trigger-failures.jsonl among the data, or "
                + "here with --in-memory)",
            valueName: "file"
        )
    )
    var triggerFailures: String?

    var flags: [Setting: String?] {
        [
            .trigger: trigger.isEmpty ? nil : trigger.joined(separator: ","),
            .triggerBatch: triggerBatch,
            .triggerRetries: triggerRetries,
            .triggerBisect: triggerBisect ? "true" : nil,
            .triggerFailures: triggerFailures,
        ]
    }
}

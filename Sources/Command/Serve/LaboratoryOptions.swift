// The options of `apus serve` that make a laboratory of it: time, faults, staleness and throughput.

import ArgumentParser

/// Options about throughput, time and faults.
struct LaboratoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whether requests beyond a table's throughput are throttled: enforced or unlimited. A table's own tag "
                + "apus:throughput stands over it. (default: enforced)",
            valueName: "mode"
        )
    )
    var throughput: String?

    @Option(
        help: ArgumentHelp(
            "The clock: machine; or manual, or manual:TIME, which `apus clock` moves. (default: machine)",
            valueName: "clock"
        )
    )
    var clock: String?

    @Option(
        help: ArgumentHelp(
            "How old the state is that eventually consistent reads see. (default: 0s)",
            valueName: "duration"
        )
    )
    var staleness: String?

    @Option(
        help: ArgumentHelp(
            "How many expired items are removed in a second at most. (default: 5000, or no bound with a manual clock)",
            valueName: "number"
        )
    )
    var expiryPace: String?

    @Option(
        help: ArgumentHelp(
            "How long after its time an expired item is removed at the earliest. (default: 0s)",
            valueName: "duration"
        )
    )
    var expiryDelay: String?

    @Option(
        help: ArgumentHelp(
            "How long transactions hold their items before they take effect; others meet a conflict meanwhile. "
                + "(default: 0s)",
            valueName: "duration"
        )
    )
    var transactionWindow: String?

    @Option(help: ArgumentHelp("A file of fault rules, YAML or JSON.", valueName: "file"))
    var faults: String?

    @Flag(help: "Let a request ask for a fault scenario in the header X-Apus-Fault.")
    var allowFaultHeader = false

    @Option(
        help: ArgumentHelp("A key that opens the admin interface to other machines. (default: none)", valueName: "key")
    )
    var adminKey: String?

    @Option(
        help: ArgumentHelp("For how long unused provisioned throughput is kept. (default: 300s)", valueName: "duration")
    )
    var burst: String?

    @Option(
        help: ArgumentHelp(
            "How much of that a table has when it appears or the server starts. (default: all)",
            valueName: "duration"
        )
    )
    var initialBurst: String?

    @Option(
        help: ArgumentHelp(
            "For how long unused throughput of partitions, on-demand tables and quotas is kept. (default: 20s, or 1s "
                + "with a manual clock)",
            valueName: "duration"
        )
    )
    var shortBurst: String?

    @Option(
        help: ArgumentHelp("What one partition serves in a second. (default: 3000/1000)", valueName: "reads/writes")
    )
    var partitionLimit: String?

    @Option(
        help: ArgumentHelp(
            "For how long a partition is too hot before it splits. (default: 60s)",
            valueName: "duration"
        )
    )
    var splitAfter: String?

    @Option(
        help: ArgumentHelp(
            "What one on-demand table or index serves in a second at most. (default: 40000/40000)",
            valueName: "reads/writes"
        )
    )
    var tableQuota: String?

    @Option(
        help: ArgumentHelp(
            "How long ago a peak is before on-demand throughput serves twice as much. (default: 30m)",
            valueName: "duration"
        )
    )
    var peakAfter: String?

    @Option(
        help: ArgumentHelp(
            "How many tables may be created, changed or deleted in a second, in each region. (default: 50)",
            valueName: "number"
        )
    )
    var controlPlaneRate: String?

    var flags: [Setting: String?] {
        [
            .throughput: throughput,
            .clock: clock,
            .staleness: staleness,
            .expiryPace: expiryPace,
            .expiryDelay: expiryDelay,
            .transactionWindow: transactionWindow,
            .faults: faults,
            .allowFaultHeader: allowFaultHeader ? "true" : nil,
            .adminKey: adminKey,
            .burst: burst,
            .initialBurst: initialBurst,
            .shortBurst: shortBurst,
            .partitionLimit: partitionLimit,
            .splitAfter: splitAfter,
            .tableQuota: tableQuota,
            .peakAfter: peakAfter,
            .controlPlaneRate: controlPlaneRate,
        ]
    }
}

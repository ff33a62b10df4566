// What can be set of how throughput is admitted.

import ApusModel

/// How throughput is admitted. The defaults are the service's figures where it publishes them; docs/throughput.md tells
/// which are its own and which were chosen.
package struct ThroughputRules: Equatable, Sendable {
    /// Whether requests are throttled. Figures are kept either way.
    package var isEnforced = true
    /// For how many seconds unused provisioned throughput is kept.
    package var burstSeconds = 300
    /// How many seconds' worth of throughput a table or index has when it appears, or when the server starts.
    package var initialBurstSeconds = 300
    /// For how many seconds unused throughput of a partition, of an on-demand table and of a quota is kept.
    ///
    /// A server on the same machine answers many times faster than the service across a network, so that a program
    /// which stays within these limits there would break them here if each second stood alone.
    package var shortBurstSeconds = 1
    /// What one partition serves at most, in units per second.
    package var partitionReadUnits = 3_000
    package var partitionWriteUnits = 1_000
    /// Up to how many bytes of items a table has one partition.
    package var partitionBytes = 10 * 1_073_741_824
    /// For how long a partition has to be too hot before it is split.
    package var splitSeconds = 60
    /// What one on-demand table or index serves at most, in units per second.
    package var tableReadUnits = Limits.tableReadUnits
    package var tableWriteUnits = Limits.tableWriteUnits
    /// For how long a peak has to have passed before on-demand throughput serves twice as much.
    package var peakSeconds = 1_800
    /// How many operations on tables are served in a second, in each region, and for how many seconds unused ones are
    /// kept.
    package var controlPlaneRate = 50
    package var controlPlaneBurstSeconds = 10

    package init() {}

    /// Nothing is ever throttled.
    package static var unlimited: ThroughputRules {
        var rules = ThroughputRules()
        rules.isEnforced = false
        return rules
    }
}

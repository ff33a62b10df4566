// What an operation works with, and for whom.

import ApusDatabase
import ApusModel
import ApusStorage

/// What an operation works with, and for whom.
package struct RequestContext: Sendable {
    package let database: Database
    package let chance: any Chance
    /// The region and the account whose tables the request is about.
    package let region: String
    package let account: String
    /// The host that the client has called.
    package let host: String
    /// Where the request may meet faults; nil for nowhere.
    package let faults: RequestFaults?
    /// How old a state eventually consistent reads see; nil for what the database does anyway.
    var staleness: Duration?
    /// How long a transaction holds its items; nil for what the database does anyway.
    var transactionWindow: Duration?
    /// The entries of a batch or a transaction that are refused whatever there is throughput for, by position, and why.
    var heldBack: [Int: ServiceError] = [:]
    /// Where the answer is wanted.
    package let executor: any CompletionExecutor

    package init(
        database: Database,
        chance: any Chance,
        region: String,
        account: String,
        host: String,
        executor: any CompletionExecutor,
        faults: RequestFaults? = nil
    ) {
        self.database = database
        self.chance = chance
        self.region = region
        self.account = account
        self.host = host
        self.executor = executor
        self.faults = faults
    }
}

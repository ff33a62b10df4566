// What one client did at one time, as far as the checker needs to know.

/// A state of an account: each change of it makes the next version.
struct AccountVersion: Hashable, Sendable, CustomStringConvertible {
    let account: Int
    let version: Int

    var next: AccountVersion { AccountVersion(account: account, version: version + 1) }
    var description: String { "account \(account) in version \(version)" }
}

/// An operation that took effect at one moment between its beginning and its end: a transaction, a single write or read.
struct HistoryOperation: Sendable, CustomStringConvertible {
    let number: Int
    let begin: ContinuousClock.Instant
    /// Nil where nobody knows when it ended, or whether it took effect at all.
    let end: ContinuousClock.Instant?
    /// The states that it saw.
    let reads: [AccountVersion]
    /// The states that it made, each the next one of a state that it saw.
    let writes: [AccountVersion]

    var description: String {
        "operation \(number), which read \(reads) and wrote \(writes)"
    }
}

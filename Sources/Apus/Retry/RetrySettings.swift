// How often and how quickly calls are tried again, and the numbers that are in use.

/// What may be chosen about retries.
public struct RetrySettings: Equatable, Sendable {
    /// How often a call is made in all, the first time included.
    public let attempts: Int
    /// How long the waits are.
    public let backoff: Backoff
    /// What a retry takes of the quota.
    public let costs: RetryQuota.Costs

    /// Settings of these values.
    public init(attempts: Int, backoff: Backoff, costs: RetryQuota.Costs = .standard) {
        precondition(attempts > 0, "a call is tried once at least")
        self.attempts = attempts
        self.backoff = backoff
        self.costs = costs
    }

    /// What the SDKs of AWS do for DynamoDB by their rules of 2026.
    public static let standard = RetrySettings(attempts: 4, backoff: .standard)
    /// What they did in their legacy mode: ten retries within 51 seconds, without a quota.
    public static let legacy = RetrySettings(attempts: 11, backoff: .legacy, costs: .nothing)
    /// The tutorial on batch writes of docs/snippets.md: it gives up once `retryCount` has passed 8.
    public static let batchTutorial = RetrySettings(attempts: 10, backoff: .batchTutorial, costs: .nothing)
    /// The patterns of docs/snippets.md, for throttled calls.
    public static let throttlingPattern = RetrySettings(attempts: 8, backoff: .throttlingPattern, costs: .nothing)
    /// The patterns of docs/snippets.md, for batches.
    public static let batchPattern = RetrySettings(attempts: 5, backoff: .batchPattern, costs: .nothing)
}

extension Backoff {
    /// DynamoDB's own base, by the rules of 2026.
    public static let standard = Backoff(base: .milliseconds(25), cap: .seconds(20))
    /// DynamoDB's own base in the legacy mode of the SDKs.
    public static let legacy = Backoff(base: .milliseconds(50), cap: .milliseconds(25_600), jitter: .none)
    /// The guide to batches of docs/snippets.md. It counts from 1, so its 50 ms are doubled before the first wait.
    public static let batchGuide = Backoff(
        base: .milliseconds(100),
        cap: .seconds(5),
        jitter: .added(upTo: .milliseconds(100))
    )
    /// The tutorial on batch writes of docs/snippets.md: its last wait is the longest.
    public static let batchTutorial = Backoff(base: .milliseconds(10), cap: .milliseconds(2_560), jitter: .none)
    /// The patterns of docs/snippets.md, for throttled calls.
    public static let throttlingPattern = Backoff(base: .milliseconds(100), cap: .seconds(20))
    /// The patterns of docs/snippets.md, for batches. It counts from 1, so its 200 ms are doubled before the first wait.
    public static let batchPattern = Backoff(base: .milliseconds(400), cap: .seconds(20))
}

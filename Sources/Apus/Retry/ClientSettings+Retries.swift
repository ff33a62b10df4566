// The retries that the settings of a client ask for.

extension ClientSettings {
    /// A strategy anew, by the mode and the number of attempts that the environment or the profile names.
    var retries: any RetryStrategy {
        let usual = retryMode == .legacy ? RetrySettings.legacy : .standard
        let settings = RetrySettings(
            attempts: maxAttempts ?? usual.attempts,
            backoff: usual.backoff,
            costs: usual.costs
        )
        return retryMode == .adaptive ? AdaptiveRetries(settings) : StandardRetries(settings)
    }
}

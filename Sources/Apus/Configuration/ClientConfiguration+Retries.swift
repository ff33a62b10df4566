// The retries that the surroundings ask for.

extension ClientConfiguration {
    /// A strategy anew, by the mode and the number of attempts that the environment or the profile names.
    static func retries(mode: RetryMode?, attempts: Int?) -> any RetryStrategy {
        let usual = mode == .legacy ? RetrySettings.legacy : .standard
        let settings = RetrySettings(
            attempts: attempts ?? usual.attempts,
            backoff: usual.backoff,
            costs: usual.costs
        )
        return mode == .adaptive ? AdaptiveRetries(settings) : StandardRetries(settings)
    }
}

// What keeps a client from adding its retries to the troubles of a service that is down.

/// A stock of tokens: each retry takes some, each success brings some back. Without them calls fail at once.
public struct RetryQuota: Equatable, Sendable {
    /// What a retry costs, by the failure that it follows.
    public struct Costs: Equatable, Sendable {
        let passing: Int
        let throttling: Int

        /// Costs in tokens, of which the stock has 500.
        public init(passing: Int, throttling: Int) {
            precondition(passing >= 0 && throttling >= 0, "a retry brings no tokens in")
            self.passing = passing
            self.throttling = throttling
        }

        /// By the rules that the SDKs of AWS have since 2026.
        public static let standard = Costs(passing: 14, throttling: 5)
        /// As if there were no quota.
        public static let nothing = Costs(passing: 0, throttling: 0)

        /// Nil where there is no retry at any cost.
        func cost(of error: CallError) -> Int? {
            switch error.kind {
            case .passing: passing
            case .throttling: throttling
            case .clock, .content, .lasting: nil
            }
        }
    }

    static let capacity = 500
    // A success without retries fills the stock slowly.
    static let plainSuccess = 1

    private(set) var tokens = Self.capacity

    /// Takes the tokens of a retry. Answers whether there were enough; if not, none are taken.
    mutating func take(_ cost: Int) -> Bool {
        guard cost <= tokens else { return false }
        tokens -= cost
        return true
    }

    mutating func bringBack(_ count: Int) {
        tokens = min(Self.capacity, tokens + count)
    }
}

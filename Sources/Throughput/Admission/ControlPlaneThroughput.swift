// How often tables may be created, changed and deleted.

import ApusModel
import Synchronization

/// Admits operations on tables, in each region by itself.
package final class ControlPlaneThroughput: Sendable {
    private static let regionLimit = 1_000

    private let rules: ThroughputRules
    private let buckets = Mutex<[String: TokenBucket]>([:])

    package init(rules: ThroughputRules = ThroughputRules()) {
        self.rules = rules
    }

    /// - Throws: a `ThrottlingException` where too many have come before.
    package func admit(in region: String, _ now: Timestamp) throws(ServiceError) {
        guard rules.isEnforced else { return }
        let isAdmitted = buckets.withLock { buckets in
            var bucket =
                buckets[region]
                ?? TokenBucket(rate: rules.controlPlaneRate, seconds: rules.controlPlaneBurstSeconds, at: now)
            guard bucket.level(at: now) > 0 else { return false }
            bucket.take(TokenBucket.thousandths, at: now)
            // Whoever calls may name any region: those that have rested long enough count as new.
            if buckets.count >= Self.regionLimit {
                buckets = buckets.filter { $0.value.level(at: now) < $0.value.bound }
            }
            buckets[region] = bucket
            return true
        }
        guard isAdmitted else { throw .controlPlaneRateExceeded }
    }
}

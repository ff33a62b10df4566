// What an on-demand table may use, after what it has used before.

import ApusModel

/// The most that was used in one second, as far as it lies back long enough.
///
/// On-demand throughput serves up to twice its previous peak at once. A new peak counts as previous once some time (30
/// minutes) has passed since its second, so traffic may double in each such time.
struct OnDemandPeak: Equatable, Sendable {
    private struct Candidate: Equatable {
        /// The second in which it was reached, since 1970.
        var second: Int64
        var units: Int
    }

    /// The previous peak, in thousandths of a unit per second.
    private(set) var established = 0
    /// Growing peaks that do not lie back far enough yet, the oldest first. At most the last of each minute.
    private var candidates: [Candidate] = []
    private var second: Int64 = .min
    private var usedInSecond = 0

    /// What the previous peak lets be used, in units per second.
    var servedUnits: Int { 2 * established / TokenBucket.thousandths }

    /// Notes what was used, in thousandths of a unit.
    mutating func note(_ amount: Int, at now: Timestamp) {
        let second = now.milliseconds / 1_000
        if second != self.second {
            self.second = second
            usedInSecond = 0
        }
        usedInSecond += amount
        guard usedInSecond > max(established, candidates.last?.units ?? 0) else { return }
        let candidate = Candidate(second: second, units: usedInSecond)
        if let last = candidates.last, last.second / 60 == second / 60 {
            candidates[candidates.count - 1] = candidate
        } else {
            candidates.append(candidate)
        }
    }

    /// Lets peaks count that were reached so many seconds ago. Answers since when the newest of them counts; nil where
    /// the previous peak has not grown.
    mutating func establish(after seconds: Int, at now: Timestamp) -> Timestamp? {
        guard !candidates.isEmpty else { return nil }
        let latest = now.milliseconds / 1_000 - Int64(seconds)
        let ripe = candidates.prefix { $0.second <= latest }
        guard let newest = ripe.last else { return nil }
        established = newest.units
        candidates.removeFirst(ripe.count)
        return Timestamp(milliseconds: (newest.second + Int64(seconds)) * 1_000)
    }
}

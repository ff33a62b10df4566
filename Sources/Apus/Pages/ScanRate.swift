// Keeps a scan to a rate.

import ApusModel

/// A bucket of read units that the pages of a scan draw on, whichever segment they are of.
///
/// What a page costs is known only once it has been read. A page is therefore charged what the last one cost, to begin
/// with, and the difference when its answer is there. The bucket may run into debt, which is paid before the next page.
struct ScanRate: Equatable, Sendable {
    /// What a page may do.
    enum Turn: Equatable {
        /// Go ahead; so much was charged for it.
        case begin(charged: Double)
        /// Ask again after this time.
        case wait(Duration)
    }

    /// For how long what is not used is kept.
    private static let savedSeconds = 1.0
    /// Pages may turn out cheaper than they were charged, so no wait is longer than this.
    private static let longestWait = Duration.milliseconds(250)

    private let unitsPerSecond: Double
    private var level = 0.0
    private var time: Duration
    private var expectedUnits: Double

    /// An empty bucket, for pages that cost this much until one has told better.
    init(unitsPerSecond: Double, expectedUnits: Double, at now: Duration) {
        self.unitsPerSecond = unitsPerSecond
        self.expectedUnits = expectedUnits
        time = now
    }

    /// Lets a page begin if there is no debt, and charges it.
    mutating func turn(at now: Duration) -> Turn {
        fill(at: now)
        guard level >= 0 else { return .wait(min(Self.longestWait, .seconds(-level / unitsPerSecond))) }
        level -= expectedUnits
        return .begin(charged: expectedUnits)
    }

    /// Charges what a page has cost, in place of what it was charged; nil where the answer does not tell.
    mutating func settle(_ units: Double?, charged: Double, at now: Duration) {
        fill(at: now)
        guard let units else { return }
        level += charged - units
        expectedUnits = units
    }

    private mutating func fill(at now: Duration) {
        let gained = max(.zero, now - time) / .seconds(1) * unitsPerSecond
        level = min(level + gained, unitsPerSecond * Self.savedSeconds)
        time = max(time, now)
    }
}

extension ScanRate {
    /// What a page of 1 MB costs, which is as much as one may have.
    static func largestPageUnits(consistent: Bool) -> Double {
        let units = Double(Limits.pageBytes / Limits.readUnitBytes)
        return consistent ? units : units / 2
    }
}

// How far the clock of this machine is off, as the service sees it.

import ApusModel
import ApusSigning
import Synchronization

/// What the calls of one client have learnt about the time.
final class ClockCorrection: Sendable {
    // A date further off is a fault of the service, and no year of four digits before long.
    private static let believedSeconds: Range<Int64> = 0..<32_503_680_000

    private let milliseconds = Mutex<Int64>(0)

    /// Takes over the time of an answer that came now. Answers whether it has one.
    func adopt(_ answer: TransportAnswer, at now: Timestamp) -> Bool {
        guard let date = answer.header("date").flatMap({ SigningTime(httpDate: $0) }),
            Self.believedSeconds.contains(date.secondsSince1970)
        else { return false }
        milliseconds.withLock { $0 = date.secondsSince1970 * 1_000 - now.milliseconds }
        return true
    }

    func signingTime(at now: Timestamp) -> SigningTime {
        SigningTime(secondsSince1970: (now.milliseconds + milliseconds.withLock { $0 }) / 1_000)
    }
}

// How far the clock of this machine is off, as the service sees it.

import ApusModel
import ApusSigning
import Synchronization

/// What the calls of one client have learnt about the time.
final class ClockCorrection: Sendable {
    // A date further off is a fault of whoever has answered.
    private static let believedOffsetSeconds: Int64 = 86_400

    private let milliseconds = Mutex<Int64>(0)

    /// Takes over the time of an answer that came now. Answers whether it has one.
    func adopt(_ answer: ClientAnswer, at now: Timestamp) -> Bool {
        guard let date = answer.headers["date"].flatMap({ SigningTime(httpDate: $0) }),
            abs(date.secondsSince1970 - now.milliseconds / 1_000) <= Self.believedOffsetSeconds
        else { return false }
        milliseconds.withLock { $0 = date.secondsSince1970 * 1_000 - now.milliseconds }
        return true
    }

    func signingTime(at now: Timestamp) -> SigningTime {
        SigningTime(secondsSince1970: (now.milliseconds + milliseconds.withLock { $0 }) / 1_000)
    }
}

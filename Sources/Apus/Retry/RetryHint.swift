// What a service says of when to come back.

import ApusSigning

/// A wish of the service about the wait before the next attempt.
public enum RetryHint: Equatable, Sendable {
    /// `x-amz-retry-after`: the wait itself, within limits that the client sets.
    case near(Duration)
    /// `Retry-After`: not before.
    case atLeast(Duration)

    private static let mostAdded = Duration.seconds(5)
    /// Nobody is kept waiting for longer, whatever an answer asks for.
    private static let longest = Duration.seconds(60)

    /// Nil where the answer says nothing, or nothing that can be read.
    init?(_ answer: ClientAnswer) {
        if let milliseconds = answer.headers["x-amz-retry-after"].flatMap({ UInt32($0) }) {
            self = .near(.milliseconds(milliseconds))
        } else if let text = answer.headers["retry-after"], let time = Self.time(text, date: answer.headers["date"]) {
            self = .atLeast(time)
        } else {
            return nil
        }
    }

    // Seconds, or a date, which is measured from the service's own.
    private static func time(_ text: String, date: String?) -> Duration? {
        if let seconds = UInt32(text) { return .seconds(seconds) }
        guard let end = SigningTime(httpDate: text), let start = date.flatMap({ SigningTime(httpDate: $0) }) else {
            return nil
        }
        return .seconds(max(0, end.secondsSince1970 - start.secondsSince1970))
    }

    /// The wait, where the client by itself would have waited this long.
    func wait(insteadOf computed: Duration) -> Duration {
        switch self {
        case .near(let wish): min(max(wish, computed), computed + Self.mostAdded)
        case .atLeast(let wish): max(min(wish, Self.longest), computed)
        }
    }
}

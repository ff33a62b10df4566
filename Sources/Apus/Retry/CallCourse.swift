// The course of one call through its attempts.

/// Turns what happens to a call into what to do next. It waits for nothing itself.
struct CallCourse: Sendable {
    enum Event: Sendable {
        case began
        /// The wait is over.
        case waited
        /// The task was cancelled, ahead of the attempt.
        case cancelled
        case failed(CallError, RetryHint?)
        /// The service did not believe the time of the request, and has told its own.
        case corrected(CallError)
    }

    enum Action: Equatable, Sendable {
        /// Wait, however short, and tell whether the task is cancelled then.
        case wait(Duration)
        /// Make the attempt of this number.
        case attempt(Int)
        case fail(CallError, because: String)
    }

    private let strategy: any RetryStrategy
    private let deadline: Duration?
    private var attempts = 0
    private var lastError: CallError?
    /// The failure that the strategy was asked about last.
    private var failure: AttemptFailure?
    /// Whether the strategy counts on an attempt that has not been made.
    private var isGranted = false
    private var isClockCorrected = false

    /// At the deadline no attempt begins any more; one under way runs to its end.
    init(strategy: any RetryStrategy, deadline: Duration?) {
        self.strategy = strategy
        self.deadline = deadline
    }

    mutating func handle(_ event: Event, at moment: Pacing.Moment) -> Action {
        switch event {
        case .began: return ask(at: moment)
        case .waited: return attempt(at: moment)
        case .cancelled: return withdraw(because: "the task was cancelled", at: moment)
        case .corrected(let error) where !isClockCorrected:
            isClockCorrected = true
            lastError = error
            return wait(.zero, at: moment)
        case .corrected(let error): return fail(error, nil, at: moment)
        case .failed(let error, let hint): return fail(error, hint, at: moment)
        }
    }

    /// Takes in that the attempt succeeded: the call is over.
    func noteSuccess(at moment: Pacing.Moment) {
        strategy.note(.succeeded, after: failure, at: moment)
    }

    private mutating func fail(_ error: CallError, _ hint: RetryHint?, at moment: Pacing.Moment) -> Action {
        lastError = error
        failure = AttemptFailure(attempt: attempts, error: error, hint: hint)
        return ask(at: moment)
    }

    private mutating func ask(at moment: Pacing.Moment) -> Action {
        switch strategy.decision(after: failure, at: moment) {
        case .wait(let time):
            isGranted = true
            return wait(time, at: moment)
        case .giveUp(let reason): return giveUp(because: reason)
        }
    }

    private mutating func wait(_ time: Duration, at moment: Pacing.Moment) -> Action {
        // A wait that leaves no time for the attempt is not begun.
        if let deadline, moment.now + time >= deadline { return withdraw(because: Self.lateness, at: moment) }
        return .wait(time)
    }

    private mutating func attempt(at moment: Pacing.Moment) -> Action {
        if let deadline, moment.now >= deadline { return withdraw(because: Self.lateness, at: moment) }
        isGranted = false
        attempts += 1
        return .attempt(attempts)
    }

    private mutating func withdraw(because reason: String, at moment: Pacing.Moment) -> Action {
        if isGranted { strategy.note(.notMade, after: failure, at: moment) }
        isGranted = false
        return giveUp(because: reason)
    }

    private func giveUp(because reason: String) -> Action {
        .fail(lastError ?? .notSent(reason), because: reason)
    }

    private static let lateness = "the time of the call is over"
}

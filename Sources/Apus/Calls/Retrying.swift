// Repeats attempts that fail.

import ApusModel
import Logging
import Metrics

/// Makes the attempts of a call, as a strategy allows them, and waits in between.
struct Retrying: Middleware {
    let strategy: any RetryStrategy
    let callTime: Duration?
    let pacing: Pacing
    let clock: any WallClock
    let correction: ClockCorrection
    let logger: Logger
    let metrics: any MetricsFactory

    func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
        let record = AttemptRecord(logger: logger, operation: request.operation, metrics: metrics)
        var course = CallCourse(strategy: strategy, deadline: callTime.map { pacing.now() + $0 })
        var event = CallCourse.Event.began
        while true {
            switch course.handle(event, at: pacing.moment) {
            case .wait(let time):
                record.wait(time)
                if time > .zero { await pacing.sleep(time) }
                event = Task.isCancelled ? .cancelled : .waited
            case .attempt(let number):
                let start = pacing.now()
                switch await attempt(request, number, next) {
                case .success(let answer):
                    course.noteSuccess(at: pacing.moment)
                    record.success(attempt: number, time: pacing.now() - start)
                    return answer
                case .failure(let failed):
                    record.failure(failed.error, attempt: number, time: pacing.now() - start)
                    event = failureEvent(failed)
                }
            case .fail(let error, let reason):
                record.end(error, because: reason)
                throw error
            }
        }
    }

    private func attempt(
        _ request: ClientRequest,
        _ number: Int,
        _ next: Next
    ) async -> Result<ClientAnswer, FailedAttempt> {
        var request = request
        request.attempt = number
        do throws(CallError) {
            var answer = try await next(request)
            guard answer.status == 200 else {
                return .failure(FailedAttempt(error: .refused(Refusal(answer)), answer: answer))
            }
            answer.output = try request.read(answer.body)
            return .success(answer)
        } catch {
            return .failure(FailedAttempt(error: error, answer: nil))
        }
    }

    private func failureEvent(_ failed: FailedAttempt) -> CallCourse.Event {
        if let answer = failed.answer, failed.error.kind == .clock, correction.adopt(answer, at: clock.now) {
            return .corrected(failed.error)
        }
        return .failed(failed.error, failed.error.retryHint)
    }
}

/// Why an attempt failed, with the answer that says so if there was one.
private struct FailedAttempt: Error {
    let error: CallError
    let answer: ClientAnswer?
}

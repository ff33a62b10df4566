// The course of a call: attempts, waits and ends.

import ApusModel
import Testing

@testable import Apus

struct CallCourseTests {
    private static let broken = CallError.unreachable("reset")
    private static let expired = CallError.refused(Refusal(.invalidSignature, "Signature expired: now is later"))

    private func moment(_ milliseconds: Int) -> Pacing.Moment {
        Pacing.Moment(now: .milliseconds(milliseconds), fraction: 0.5)
    }

    @Test func `attempts and waits take turns`() {
        let retries = StandardRetries()
        var course = CallCourse(strategy: retries, deadline: nil)

        #expect(course.handle(.began, at: moment(0)) == .wait(.zero))
        #expect(course.handle(.waited, at: moment(0)) == .attempt(1))
        #expect(course.handle(.failed(Self.broken, nil), at: moment(5)) == .wait(.microseconds(12_500)))
        #expect(retries.tokens == 486)
        #expect(course.handle(.waited, at: moment(20)) == .attempt(2))
        course.noteSuccess(at: moment(25))
        #expect(retries.tokens == 500)
    }

    @Test func `a wait that would pass the deadline is not begun`() {
        let retries = StandardRetries()
        var course = CallCourse(strategy: retries, deadline: .milliseconds(100))
        _ = course.handle(.began, at: moment(0))
        _ = course.handle(.waited, at: moment(0))

        let action = course.handle(.failed(Self.broken, .atLeast(.milliseconds(90))), at: moment(10))

        #expect(action == .fail(Self.broken, because: "the time of the call is over"))
        #expect(retries.tokens == 500)
    }

    @Test func `a wait that took too long is followed by no attempt`() {
        let retries = StandardRetries()
        var course = CallCourse(strategy: retries, deadline: .milliseconds(100))
        _ = course.handle(.began, at: moment(0))
        _ = course.handle(.waited, at: moment(0))
        #expect(course.handle(.failed(Self.broken, nil), at: moment(80)) == .wait(.microseconds(12_500)))

        let action = course.handle(.waited, at: moment(100))

        #expect(action == .fail(Self.broken, because: "the time of the call is over"))
        #expect(retries.tokens == 500)
    }

    @Test func `a cancelled wait ends the call with its last error`() {
        let retries = StandardRetries()
        var course = CallCourse(strategy: retries, deadline: nil)
        _ = course.handle(.began, at: moment(0))
        _ = course.handle(.waited, at: moment(0))
        _ = course.handle(.failed(Self.broken, nil), at: moment(10))

        let action = course.handle(.cancelled, at: moment(12))

        #expect(action == .fail(Self.broken, because: "the task was cancelled"))
        #expect(retries.tokens == 500)
    }

    @Test func `a call that ends ahead of its first attempt was not sent`() {
        var cancelled = CallCourse(strategy: .standard, deadline: nil)
        var late = CallCourse(strategy: .standard, deadline: .milliseconds(10))
        _ = cancelled.handle(.began, at: moment(0))

        let reason = "the task was cancelled"
        #expect(cancelled.handle(.cancelled, at: moment(0)) == .fail(.notSent(reason), because: reason))
        let lateness = "the time of the call is over"
        #expect(late.handle(.began, at: moment(10)) == .fail(.notSent(lateness), because: lateness))
    }

    @Test func `a clock is corrected once, whatever the strategy`() {
        var course = CallCourse(strategy: .none, deadline: nil)
        _ = course.handle(.began, at: moment(0))
        _ = course.handle(.waited, at: moment(0))

        #expect(course.handle(.corrected(Self.expired), at: moment(5)) == .wait(.zero))
        #expect(course.handle(.waited, at: moment(5)) == .attempt(2))
        let action = course.handle(.corrected(Self.expired), at: moment(9))
        #expect(action == .fail(Self.expired, because: "nothing is tried again"))
    }

    @Test(arguments: 0..<100)
    func `whatever happens, the quota holds and no wait passes a deadline`(seed: Int) {
        let (standard, adaptive) = (StandardRetries(), AdaptiveRetries())
        var plain = CourseHistory(seed: UInt64(seed), standard) { standard.tokens }
        var paced = CourseHistory(seed: UInt64(seed), adaptive) { adaptive.tokens }

        plain.run(steps: 3_000)
        paced.run(steps: 3_000)

        #expect(plain.faults == [], "seed \(seed)")
        #expect(paced.faults == [], "seed \(seed)")
    }
}

/// Calls that run side by side under one strategy, with failures, cancellations and deadlines by lot.
private struct CourseHistory {
    private struct Call {
        var course: CallCourse
        var action: CallCourse.Action?
        let deadline: Duration?
    }

    private(set) var faults: [String] = []
    private let strategy: any RetryStrategy
    private let tokens: () -> Int
    private var chance: SeededChance
    private var now = Duration.zero
    private var calls: [Call] = []

    init(seed: UInt64, _ strategy: some RetryStrategy, tokens: @escaping () -> Int) {
        self.strategy = strategy
        self.tokens = tokens
        chance = SeededChance(seed: seed)
        for _ in 0..<50 { calls.append(newCall()) }
    }

    mutating func run(steps: Int) {
        for step in 0..<steps {
            // Good and bad times take turns, so that the quota runs dry and fills again.
            let failures = step / 500 % 2 == 0 ? 0.9 : 0.1
            now += .milliseconds(Int.random(in: 0...5, using: &chance))
            advance(Int.random(in: calls.indices, using: &chance), failures: failures)
            if !(0...500).contains(tokens()) { faults.append("step \(step): \(tokens()) tokens") }
        }
    }

    private mutating func newCall() -> Call {
        let deadline = chance.happens(0.5) ? now + .milliseconds(Int.random(in: 0...200, using: &chance)) : nil
        return Call(course: CallCourse(strategy: strategy, deadline: deadline), deadline: deadline)
    }

    private mutating func advance(_ index: Int, failures: Double) {
        let moment = Pacing.Moment(now: now, fraction: Double.random(in: 0..<1, using: &chance))
        let event: CallCourse.Event
        switch calls[index].action {
        case nil: event = .began
        case .wait: event = chance.happens(0.1) ? .cancelled : .waited
        case .attempt where chance.happens(failures):
            event = .failed(error(), chance.happens(0.2) ? .near(.milliseconds(50)) : nil)
        case .attempt:
            calls[index].course.noteSuccess(at: moment)
            calls[index] = newCall()
            return
        case .fail:
            calls[index] = newCall()
            return
        }
        let action = calls[index].course.handle(event, at: moment)
        calls[index].action = action
        check(action, of: calls[index])
    }

    private mutating func error() -> CallError {
        [.unreachable("reset"), .refused(Refusal(.throttling, "slow")), .refused(Refusal(.validation, "wrong"))]
            .randomElement(using: &chance)!
    }

    private mutating func check(_ action: CallCourse.Action, of call: Call) {
        switch action {
        case .wait(let time):
            if let deadline = call.deadline, now + time >= deadline { faults.append("a wait to \(now + time)") }
        case .attempt(let number):
            if let deadline = call.deadline, now >= deadline { faults.append("an attempt at \(now)") }
            if number > 4 { faults.append("attempt \(number)") }
        case .fail: break
        }
    }
}

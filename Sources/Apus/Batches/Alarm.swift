// Wakes the owner of a planner at the time that the planner names.

/// One alarm at a time: the earliest that was asked for.
struct Alarm {
    private var pending: (time: Duration, task: Task<Void, Never>)?

    /// Asks to be woken at a time, unless that will happen sooner anyway. A wake too many does no harm, and may happen.
    mutating func set(
        for time: Duration,
        now: Duration,
        pacing: Pacing,
        wake: @escaping @Sendable () async -> Void
    ) {
        if let pending {
            if pending.time <= time { return }
            pending.task.cancel()
        }
        let task = Task {
            await pacing.sleep(max(.zero, time - now))
            if !Task.isCancelled { await wake() }
        }
        pending = (time, task)
    }

    /// Takes back what was asked for.
    func cancel() {
        pending?.task.cancel()
    }

    /// Takes in that it has rung.
    mutating func clear() {
        pending = nil
    }
}

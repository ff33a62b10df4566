// Looks at something again and again until it is as wished.

/// What a look has shown.
enum Sight<Found: Sendable>: Sendable {
    /// What was waited for.
    case reached(Found)
    /// Something else, in words.
    case other(String)
}

/// Looks until what is waited for is seen, or the time is over; the pauses between the looks grow.
struct StateWatch: Sendable {
    let client: DynamoDBClient
    let timeout: Duration

    /// Changes of tables take from some milliseconds, on apus, to some minutes.
    private static let pauses = Backoff(base: .milliseconds(100), cap: .seconds(5), jitter: .equal)
    /// The last look is taken when the time is over.
    private static let leastTimePerLook = Duration.seconds(1)

    /// A look that fails is repeated where that may help: a service that is just starting is waited for too.
    func wait<Found>(
        look: (DynamoDBClient) async throws(CallError) -> Sight<Found>
    ) async throws(WaitError) -> Found {
        let end = client.pacing.now() + timeout
        var step = 0
        while true {
            let lastState: String
            switch await sight(until: end, look) {
            case .success(.reached(let found)): return found
            case .success(.other(let state)): lastState = state
            case .failure(let error):
                guard error.isWorthAnotherLook, !Task.isCancelled else { throw .failed(error) }
                lastState = error.description
            }
            try await pause(atStep: step, until: end, lastState)
            step += 1
        }
    }

    private func sight<Found>(
        until end: Duration,
        _ look: (DynamoDBClient) async throws(CallError) -> Sight<Found>
    ) async -> Result<Sight<Found>, CallError> {
        do throws(CallError) {
            let left = end - client.pacing.now()
            return .success(try await look(client.limited(to: max(left, Self.leastTimePerLook))))
        } catch {
            return .failure(error)
        }
    }

    private func pause(atStep step: Int, until end: Duration, _ lastState: String) async throws(WaitError) {
        let left = end - client.pacing.now()
        guard left > .zero else { throw .timedOut(after: timeout, lastState: lastState) }
        await client.pacing.sleep(min(left, Self.pauses.wait(atStep: step, fraction: client.pacing.fraction())))
        if Task.isCancelled { throw .failed(.notSent("the task was cancelled")) }
    }
}

extension CallError {
    fileprivate var isWorthAnotherLook: Bool {
        switch kind {
        case .throttling, .passing: true
        case .clock, .content, .lasting: false
        }
    }
}

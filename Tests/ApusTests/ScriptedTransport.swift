// A transport that answers from a script, and pacing that never waits.

import Synchronization

@testable import Apus

/// Answers one request after another by a list, and keeps what it was sent.
final class ScriptedTransport: Transport {
    enum Step: Sendable {
        case answer(ClientAnswer)
        case failure(String)
    }

    private let state: Mutex<(steps: [Step], requests: [ClientRequest])>

    init(_ steps: [Step]) {
        state = Mutex((steps, []))
    }

    var requests: [ClientRequest] { state.withLock { $0.requests } }

    func send(_ request: ClientRequest) async throws(TransportError) -> ClientAnswer {
        let step = state.withLock { state in
            state.requests.append(request)
            return state.steps.isEmpty ? .failure("the script is over") : state.steps.removeFirst()
        }
        switch step {
        case .answer(let answer): return answer
        case .failure(let reason): throw TransportError(reason)
        }
    }
}

extension Pacing {
    /// Time that passes only while someone waits, and then at once; lots follow from the seed.
    static func immediate(seed: UInt64 = 1) -> Pacing {
        let clock = ImmediateClock(seed: seed)
        return Pacing(now: { clock.now }, sleep: { await clock.sleep($0) }, fraction: { clock.fraction() })
    }
}

private final class ImmediateClock: Sendable {
    private let state: Mutex<(now: Duration, chance: SeededChance)>

    init(seed: UInt64) {
        state = Mutex((.zero, SeededChance(seed: seed)))
    }

    var now: Duration { state.withLock { $0.now } }

    func sleep(_ duration: Duration) async {
        let end = state.withLock { $0.now + duration }
        // Others who wait for less get their turn first.
        await Task.yield()
        guard !Task.isCancelled else { return }
        state.withLock { $0.now = max($0.now, end) }
    }

    func fraction() -> Double {
        state.withLock { Double.random(in: 0..<1, using: &$0.chance) }
    }
}

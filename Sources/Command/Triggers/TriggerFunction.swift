// The function behind a trigger, as a place to post events to.

import Apus

/// Sends events to one address.
struct TriggerFunction: Sendable {
    private let target: TriggerTarget
    private let caller: HTTPCaller

    private static let settings = TransportSettings(answerTime: .seconds(60))

    init(_ target: TriggerTarget) {
        self.target = target
        caller = HTTPCaller(endpoint: target.endpoint, settings: Self.settings)
    }

    /// Sends some records of an event, and waits for what the function says of them.
    func send(_ range: Range<Int>, of event: TriggerEvent) async -> TriggerOutcome {
        let call = HTTPCall(
            .post,
            target.path,
            headers: ["Content-Type": "application/json"],
            body: event.json(of: range)
        )
        do throws(TransportError) {
            return TriggerOutcome(try await caller.send(call), to: Array(event.sequenceNumbers[range]))
        } catch {
            return .failed("no answer came: \(error.reason)")
        }
    }
}
